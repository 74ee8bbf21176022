import { expect, test } from 'vitest';
import type { SessionView } from '../session/view.ts';
import { viewsOf } from '../session/view.ts';
import { offersFor } from './offers.ts';
import { madeUp, type MadeUp } from './testing/made-up.ts';

const now = 1_800_000_000_000;
const minute = 60_000;

const offers = (made: Partial<MadeUp>, change: Partial<SessionView> = {}, isHere = true) => {
  const [view] = viewsOf(
    madeUp(now, [{ name: 'One', ...made }]),
    { granted: () => true, cookies: true },
    now,
  );
  const { first, others } = offersFor({ ...view!, ...change }, isHere);
  return [first, ...others].join();
};

test.each<[string, Partial<MadeUp>, Partial<SessionView>, string]>([
  ['alive', { endsIn: 20 * minute }, {}, 'renew,look,pause'],
  ['cannot be renewed', { endsIn: 20 * minute, canRenew: false }, {}, ',look,pause'],
  ['ends soon, and cannot be renewed', { endsIn: minute, canRenew: false }, {}, 'sign-in-again,look,pause'],
  ['over', { ended: 'expired' }, {}, 'sign-in-again,look,why,pause'],
  [
    'over, without cookies',
    { ended: 'expired' },
    { cookiesMissing: true },
    'give-cookies,sign-in-again,look,why,pause',
  ],
  ['probably over', {}, { probablyOver: true }, 'sign-in-again,look,pause'],
  ['not signed in', { signedOut: true }, {}, 'sign-in,look,pause'],
  ['not known', {}, {}, ',look,sign-in,signed-in,pause'],
  ['watched', { endsIn: 0, watched: true, canRenew: false }, {}, ',look,signed-out,know,pause'],
  ['paused', { endsIn: minute, state: { paused: 'person' } }, {}, 'resume'],
  ['to be confirmed', { endsIn: minute, state: { paused: 'unconfirmed' } }, {}, 'review'],
  ['no access', { endsIn: minute }, { access: 'missing' }, 'give-access,pause'],
])('%s', (_, made, change, wanted) => expect(offers(made, change)).toBe(wanted));

test('once it is over, nothing renews', () => {
  expect(offers({ ended: 'expired' }, { canRenew: true })).not.toContain('renew');
  expect(offers({ passed: true }, { canRenew: true })).not.toContain('renew');
});

test('from elsewhere its tab can be opened, or its page where no tab is open', () => {
  expect(offers({ endsIn: minute }, {}, false)).toContain('open-tab');
  expect(offers({ endsIn: minute }, { tabs: 0 }, false)).toContain('open-site');
});
