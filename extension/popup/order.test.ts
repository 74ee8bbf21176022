import { expect, test } from 'vitest';
import { viewsOf } from '../session/view.ts';
import { found, inOrder } from './order.ts';
import { madeUp, type MadeUp } from './testing/made-up.ts';

const now = 1_800_000_000_000;
const minute = 60_000;
const access = { granted: () => true, cookies: true };

const views = (sites: MadeUp[]) => viewsOf(madeUp(now, sites), access, now);
const names = (sites: MadeUp[]) => inOrder(views(sites), now).map(({ name }) => name);

test('what needs the person first, then by time left, then what is not known, then what is paused', () => {
  const old = [{ at: now - 30 * 60 * minute, reason: 'expired' as const, by: 'look' }];
  expect(
    names([
      { name: 'paused', ended: 'expired', state: { paused: 'person' } },
      { name: 'over yesterday', ended: 'expired', state: { endings: old } },
      { name: 'not known' },
      { name: 'signed in', endsIn: 0 },
      { name: 'in an hour', endsIn: 60 * minute },
      { name: 'in 10 minutes', endsIn: 10 * minute },
      { name: 'ends soon', endsIn: minute },
      { name: 'over', ended: 'revoked' },
      { name: 'over by the clock', passed: true },
    ]),
  ).toEqual([
    'over',
    'over by the clock',
    'ends soon',
    'in 10 minutes',
    'in an hour',
    'signed in',
    'not known',
    'over yesterday',
    'paused',
  ]);
});

test('the same rank goes by name, numbers by value', () =>
  expect(names([{ name: 'b' }, { name: 'a 10' }, { name: 'a 9' }])).toEqual(['a 9', 'a 10', 'b']));

test('a site without access is after all that can be seen', () => {
  const some = viewsOf(
    madeUp(now, [{ name: 'one', ended: 'expired' }, { name: 'two' }]),
    {
      ...access,
      granted: (pattern) => !pattern.includes('one'),
    },
    now,
  );
  expect(inOrder(some, now).map(({ name }) => name)).toEqual(['two', 'one']);
});

test.each([
  ['', ['Orders', 'Payroll']],
  ['  ORD', ['Orders']],
  ['pay.example', ['Payroll']],
  ['nothing', []],
])('"%s" finds %j', (search, wanted) => {
  const some = views([{ name: 'Orders' }, { name: 'Payroll', host: 'pay.example' }]);
  expect(found(some, search).map(({ name }) => name)).toEqual(wanted);
});
