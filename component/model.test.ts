import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reason } from '../shared/ending.ts';
import type { Status } from '../shared/status.ts';
import type { Drafting } from './drafting.ts';
import { isCovered, modelOf } from './model.ts';
import type { PageSettings } from './page-settings.ts';

const hour = 3_600_000;
const calm: Status = {
  phase: 'active',
  endsAt: 1_800_000_000_000,
  noticed: false,
  endedYoung: false,
  endedHere: false,
  canRenew: true,
  canLook: true,
  looking: false,
  renewing: false,
  offline: false,
  away: false,
  refusals: 0,
  wantsInput: false,
};
const ended = (reason: Reason): Partial<Status> => ({
  phase: 'ended',
  endsAt: undefined,
  ending: { reason, certain: true },
});
const drafting = (offer: ReturnType<Drafting['offer']>, failed = false) =>
  ({ offer: () => offer, failed: () => failed }) as Drafting;
const found = drafting({ state: 'found', count: 1, savedAt: 0 });
const model = (status: Partial<Status>, page: PageSettings = {}, drafts?: Drafting) =>
  modelOf(page, { ...calm, ...status }, drafts);

beforeEach(() => vi.stubGlobal('location', new URL('https://app.example/page?draft=7')));
afterEach(() => vi.unstubAllGlobals());

describe('What is shown', () => {
  test.each<[string, Partial<Status>, Drafting | undefined, string | undefined]>([
    ['nothing, without a session', { phase: 'none' }, undefined, undefined],
    ['nothing, while nothing is known', { phase: 'unknown', noticed: true }, found, undefined],
    ['nothing, while the end is far', {}, undefined, undefined],
    ['nothing, with drafts but none found', {}, drafting(undefined), undefined],
    ['a notice, in its time', { noticed: true }, undefined, 'notice'],
    ['what was kept', {}, found, 'draft'],
    ['what was kept, rather than a notice', { noticed: true }, found, 'draft'],
    ['a warning, rather than what was kept', { phase: 'warning' }, found, 'warning'],
    ['the end by the clock', { phase: 'expired' }, found, 'expired'],
    ['an ending', ended('revoked'), found, 'ended'],
    ['that the person signed out elsewhere', ended('signed-out'), undefined, 'ended'],
    ['nothing, after signing out here', { ...ended('signed-out'), endedHere: true }, undefined, undefined],
  ])('%s', (_, status, drafts, phase) => {
    expect(model(status, {}, drafts)?.phase).toBe(phase);
  });

  test('of a renewal: under way, failed, or nothing', () => {
    const failed = { code: 'not-moved', expected: 'a later end' };
    const warning = { phase: 'warning' } as const;
    expect(model({ ...warning, renewing: true, failed })?.renewal).toBe('pending');
    expect(model({ ...warning, failed })?.renewal).toBe('failed');
    expect(model(warning)?.renewal).toBe('none');
  });

  test('of drafts: that they cannot be kept, also before any is offered', () => {
    expect(model({ phase: 'warning' }, {}, drafting(undefined, true))?.draftFailed).toBe(true);
    expect(model({ phase: 'warning' })?.draftFailed).toBe(undefined);
  });

  test('of links: those of the page, with the way back as it is now', () => {
    const page = { signInUrl: '/signin', returnParam: 'next', signOutUrl: '/out', restartUrl: '/begin' };
    expect(model({ phase: 'warning' }, page)).toMatchObject({
      signIn: { href: 'https://app.example/signin?next=%2Fpage%3Fdraft%3D7', target: '_blank' },
      signOut: { href: 'https://app.example/out' },
      restart: { href: 'https://app.example/begin' },
    });
  });

  test.each([
    [undefined, 'cookies'],
    [hour - 1, 'cookies'],
    [-hour - 1, 'clock'],
    [2 * hour, 'clock'],
  ] as const)('of a session that ended young, with the clock off by %s ms: look at the %s', (skew, hint) => {
    expect(model({ ...ended('expired'), endedYoung: true, skew })?.hint).toBe(hint);
    expect(model({ ...ended('expired'), skew })?.hint).toBe(undefined);
  });
});

describe('The page is covered', () => {
  const cover = { onExpire: 'cover' };
  const away = { away: true, endsAt: calm.endsAt };

  test.each<[boolean, string, PageSettings, Partial<Status>]>([
    [false, 'not at the end, unless asked for', {}, { phase: 'expired' }],
    [false, 'not out of sight, unless asked for', {}, away],
    [true, 'by another person’s sign-in, asked for or not', {}, ended('other-user')],
    [true, 'at the end by the clock', cover, { phase: 'expired' }],
    [true, 'at an ending', cover, ended('revoked')],
    [true, 'when the person signed out elsewhere', cover, ended('signed-out')],
    [false, 'not when they signed out here', cover, { ...ended('signed-out'), endedHere: true }],
    [false, 'not while it is alive and seen', cover, {}],
    [false, 'not while it warns and is seen', cover, { phase: 'warning' }],
    [true, 'out of sight, as its end may pass meanwhile', cover, away],
    [true, 'out of sight while it warns', cover, { ...away, phase: 'warning' }],
    [
      true,
      'out of sight when it may end at any moment',
      cover,
      { away: true, phase: 'warning', endsAt: undefined },
    ],
    [false, 'not out of sight where no end is known', cover, { away: true, endsAt: undefined }],
    [false, 'not where there is no session', cover, { phase: 'none', away: true, endsAt: undefined }],
  ])('%s: %s', (covered, _, page, status) => {
    expect(isCovered(page, { ...calm, ...status })).toBe(covered);
  });

  test('and its prompt knows, but a warning can always be put away', () => {
    expect(model(ended('revoked'), cover)?.covered).toBe(true);
    expect(model(ended('other-user'))?.covered).toBe(true);
    expect(model({ ...away, phase: 'warning' }, cover)?.covered).toBe(false);
    expect(model(ended('revoked'))?.covered).toBe(false);
  });
});
