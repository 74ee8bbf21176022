import { describe, expect, it } from 'vitest';
import type { SessionView } from '../session/view.ts';
import { viewsOf } from '../session/view.ts';
import { keepFreshWords, sentencesOf, wordsOf } from './session-words.ts';
import { madeUp, type MadeUp } from './testing/made-up.ts';
import { english } from '../pages/language.ts';

const now = new Date(2026, 10, 21, 12, 0).getTime();
const minute = 60_000;
const language = english('en-GB');

const view = (made: Partial<MadeUp>, change: Partial<SessionView> = {}): SessionView => ({
  ...viewsOf(madeUp(now, [{ name: 'One', ...made }]), { granted: () => true, cookies: true }, now)[0]!,
  ...change,
});
const words = (...given: Parameters<typeof view>) => wordsOf(view(...given), language, now);

describe('of a session is said', () => {
  it('its time, its end, and who says so', () =>
    expect(words({ endsIn: 12 * minute })).toMatchObject({
      label: 'Signed in',
      time: { short: '12 mins', long: '12 minutes' },
      about: ['Ends at 12:12', 'from a cookie'],
      sentences: [],
      urgent: false,
    }));

  it('what another source says', () =>
    expect(words({ endsIn: 12 * minute, otherIn: 9 * minute }).sentences).toEqual([
      'The site itself, when asked, says 12:09.',
    ]));

  it('that the time is a cookie’s own', () =>
    expect(words({ endsIn: minute }, { weak: true }).about[1]).toBe('from how long a cookie lasts'));

  it.each<[string, Partial<MadeUp>, Partial<SessionView>, string, boolean]>([
    ['a warning', { endsIn: minute }, {}, 'Ends soon', true],
    ['any moment', { endsIn: 0 }, { phase: 'warning' }, 'May end at any moment', true],
    ['an end', { ended: 'revoked' }, {}, 'Signed out', true],
    ['an end by the clock', { passed: true }, {}, 'Session over', true],
    ['an end by the clock, offline', { passed: true }, { offline: true }, 'Probably over', true],
    ['a weak end', {}, { probablyOver: true }, 'Probably signed out', true],
    ['no end', { endsIn: 0 }, {}, 'Known after you next sign in', false],
    ['watching', { endsIn: 0, watched: true }, {}, 'Watching', false],
    ['nothing', {}, {}, 'Not known', false],
    ['no sign-in', { signedOut: true }, {}, 'Not signed in', false],
    ['a pause', { endsIn: minute, state: { paused: 'person' } }, {}, 'Paused', false],
    ['an import', { endsIn: minute, state: { paused: 'unconfirmed' } }, {}, 'To be confirmed', false],
    ['no access', { endsIn: minute }, { access: 'missing' }, 'No access', true],
  ])('%s', (_, made, change, label, urgent) => expect(words(made, change)).toMatchObject({ label, urgent }));

  it('that it is watched, but not beside a suggestion', () => {
    const watched = words({ endsIn: 0, watched: true });
    expect(sentencesOf(watched, language, false)).toEqual(watched.sentences);
    expect(sentencesOf(watched, language, true)).toEqual([]);
  });

  it('why it is over, when, and how much too early', () => {
    const endings = [{ at: now - 5 * minute, reason: 'expired' as const, by: 'look', early: 12 * minute }];
    expect(words({ ended: 'expired', state: { endings } })).toMatchObject({
      about: ['at 11:55'],
      sentences: ['It reached its time limit.', 'It ended 12 minutes before the stated time.'],
    });
  });

  it('no more than is known while the server cannot be reached', () =>
    expect(words({ passed: true }, { offline: true })).toMatchObject({
      sentences: [],
      about: [],
      notes: ['We cannot reach the server right now.'],
    }));

  it('what went wrong', () =>
    expect(words({ endsIn: minute }, { failed: true, cookiesMissing: true }).notes).toEqual([
      'Staying signed in did not work. You can try again.',
      'Cookies may not be read. This site’s session is told by one.',
    ]));
});

describe('keep fresh says what it will do', () => {
  const keep = (keepFresh: object) =>
    keepFreshWords(view({}, { keepFresh: keepFresh as never }), language, now);

  it.each([
    [{ by: 'request' }, /^While you use the site, your session is renewed in good time\.$/],
    [{ by: 'reload', while: 'active' }, /not typed into is reloaded/],
    [{ by: 'request', while: 'open', atMost: 7_200_000 }, /for 2 hours at most.*overrides a time limit/],
    [{ by: 'reload', while: 'open' }, /for 1 hour at most.*overrides a time limit/],
    [{ by: 'request', on: true, until: now + minute }, /Until 12:01\.$/],
    [{ by: 'request', on: true, stuck: 'tab-in-view' }, /a tab that you are looking at is not reloaded\.$/],
  ])('%j', (keepFresh, says) => expect(keep(keepFresh).join(' ')).toMatch(says));

  it('nothing of what holds it up while it is off', () =>
    expect(keep({ by: 'request', on: false, stuck: 'idle' })).toHaveLength(1));
});
