import { expect, test } from 'vitest';
import type { Reason } from '../../shared/ending.ts';
import type { PromptModel } from '../prompt-model.ts';
import { english as englishOf } from './texts.ts';
import { wordsFor } from './words.ts';

const english = englishOf('en-GB');
const words = (model: Partial<PromptModel> & Pick<PromptModel, 'phase'>) =>
  wordsFor(
    {
      canRenew: true,
      canLook: true,
      renewal: 'none',
      looking: false,
      offline: false,
      refusals: 0,
      signIn: { href: '/signin', target: '_blank' },
      ...model,
    },
    english,
  );
const { texts } = english;

test('a warning says when, by the clock, and what can be done', () => {
  const { heading, message, note } = words({ phase: 'warning', endsAt: 1_800_000_000_000 });
  expect(heading).toBe(texts.plainWarning);
  expect(message).toMatch(/^It ends at \d\d:\d\d\. Stay signed in/);
  expect(note).toBe('');
});

test('what cannot be renewed is not offered', () => {
  expect(words({ phase: 'warning', endsAt: 0, canRenew: false }).message).toContain(texts.final);
});

test('without a known end it claims none', () => {
  const { heading, message } = words({ phase: 'warning' });
  expect(heading).toBe(texts.anyMoment);
  expect(message).toBe(texts.renewable);
});

test('offline says that, and nothing of an end', () => {
  expect(words({ phase: 'warning', offline: true }).note).toBe(texts.offline);
  expect(words({ phase: 'warning', renewal: 'failed', offline: true }).note).toBe(
    `${texts.failed} ${texts.offline}`,
  );
});

test('after the end by the clock alone, offline, it has only probably ended', () => {
  const { heading, message, note } = words({ phase: 'expired', offline: true });
  expect(heading).toBe(texts.probably);
  expect(message).toContain(texts.offline);
  expect(message).not.toContain(texts.reasons.expired);
  expect(note).toBe('');
});

test('after the end, a renewal that failed before is not offered again', () => {
  expect(words({ phase: 'expired', renewal: 'failed' }).note).toBe('');
});

const reasons: Reason[] = ['expired', 'revoked', 'not-found', 'signed-out', 'other-user', 'unknown'];

test.each(reasons)('ended: %s has its own sentence', (reason) => {
  const { message } = words({ phase: 'ended', ending: { reason, certain: true } });
  expect(message.startsWith(texts.reasons[reason])).toBe(true);
  for (const other of reasons.filter((each) => each !== reason))
    expect(message).not.toContain(texts.reasons[other]);
});

test('the work is still here, unless it may be another person’s', () => {
  expect(words({ phase: 'ended', ending: { reason: 'revoked', certain: true } }).message).toContain(
    texts.work,
  );
  const stranger = words({ phase: 'ended', ending: { reason: 'other-user', certain: true } });
  expect(stranger.heading).toBe(texts.someoneElse);
  expect(stranger.message).not.toContain(texts.work);
});

test('signing in beside the page is promised only where it is so', () => {
  expect(words({ phase: 'expired' }).message).toContain(texts.inTab);
  for (const signIn of [undefined, { href: '/signin', target: '_self' as const }])
    expect(words({ phase: 'expired', signIn }).message).not.toContain(texts.inTab);
});

const kept = { state: 'found' as const, count: 3, savedAt: 1_800_000_000_000 };

test('what was kept is offered with the moment it is from, and what is left of it without', () => {
  const found = words({ phase: 'draft', draft: kept });
  expect(found.heading).toMatch(/^What you typed at \d\d:\d\d was kept\.$/);
  expect(words({ phase: 'draft', draft: { ...kept, state: 'left' } }).heading).toBe(texts.draftLeft);
  expect([found.message, found.note]).toEqual(['', '']);
});

test('a notice says when, and what came of a renewal, and nothing else', () => {
  const notice = words({ phase: 'notice', endsAt: 1_800_000_000_000, offline: true });
  expect(notice.heading).toMatch(/^Your session ends at \d\d:\d\d\.$/);
  expect([notice.message, notice.note]).toEqual(['', '']);
  expect(words({ phase: 'notice', endsAt: 0, renewal: 'failed' }).note).toBe(texts.failed);
  expect(words({ phase: 'notice', endsAt: 0, renewal: 'failed', offline: true }).note).toBe(
    `${texts.failed} ${texts.offline}`,
  );
});

test('a limit that no renewal can pass is told from a server that renews nothing', () => {
  const final = { phase: 'warning', endsAt: 0, canRenew: false } as const;
  expect(words({ ...final, limit: 'absolute' }).message).toContain(texts.longest);
  for (const limit of ['idle', 'stated', undefined] as const)
    expect(words({ ...final, limit }).message).toContain(texts.final);
  expect(words({ phase: 'warning', endsAt: 0, limit: 'absolute' }).message).not.toContain(texts.longest);
});

test('what cannot be renewed can be begun anew by signing in early, where there is a link', () => {
  const final = { phase: 'warning', endsAt: 0, canRenew: false } as const;
  expect(words(final).message).toContain(texts.early);
  expect(words({ ...final, signIn: undefined }).message).not.toContain(texts.early);
});

test.each([
  ['idle', texts.reasons.idle],
  ['absolute', texts.reasons.absolute],
  ['stated', texts.reasons.expired],
  [undefined, texts.reasons.expired],
] as const)('after the end, the limit "%s" is the reason: %s', (limit, reason) => {
  expect(words({ phase: 'expired', limit }).message.startsWith(reason)).toBe(true);
  const ending = { reason: 'expired', certain: true } as const;
  expect(words({ phase: 'ended', ending, limit }).message.startsWith(reason)).toBe(true);
  const revoked = { reason: 'revoked', certain: true } as const;
  expect(words({ phase: 'ended', ending: revoked, limit }).message.startsWith(texts.reasons.revoked)).toBe(
    true,
  );
});

test('a flow that must begin again says to finish before, and at the end that it can begin again', () => {
  const restart = { href: '/begin' };
  const final = words({ phase: 'warning', endsAt: 0, canRenew: false, restart }).message;
  expect(final).toContain(texts.finish);
  expect(final).not.toContain(texts.early);
  expect(words({ phase: 'warning', endsAt: 0, restart }).message).not.toContain(texts.finish);
  expect(words({ phase: 'ended', restart }).message).toContain(texts.over);
  const stranger = { reason: 'other-user', certain: true } as const;
  expect(words({ phase: 'ended', restart, ending: stranger }).message).not.toContain(texts.over);
});

test('under the cover, the work is there and hidden', () => {
  const { message } = words({ phase: 'ended', covered: true });
  expect(message).toContain(texts.workHidden);
  expect(message).not.toContain(texts.work);
  const stranger = { reason: 'other-user', certain: true } as const;
  const other = words({ phase: 'ended', covered: true, ending: stranger }).message;
  expect(other).toContain(texts.takeOver);
  expect(other).not.toContain(texts.workHidden);
});

test('why a session may have ended as soon as it began', () => {
  for (const hint of ['cookies', 'clock'] as const)
    expect(words({ phase: 'ended', hint }).message).toContain(texts[hint]);
  const { message } = words({ phase: 'ended' });
  expect(message).not.toContain(texts.cookies);
  expect(message).not.toContain(texts.clock);
});

test('what would be lost is said wherever a way on leaves the page, and only there', () => {
  const self = { href: '/signin', target: '_self' as const };
  for (const phase of ['warning', 'expired', 'ended'] as const) {
    expect(words({ phase, draftFailed: true, signIn: self }).note).toBe(texts.draftFailed);
    expect(words({ phase, draftFailed: true, restart: { href: '/begin' } }).note).toBe(texts.draftFailed);
    expect(words({ phase, draftFailed: true }).note).toBe('');
    expect(words({ phase, signIn: self }).note).toBe('');
  }
});

test('a popup is promised as a window', () => {
  const popup = { href: '/signin', target: 'popup' as const };
  expect(words({ phase: 'ended', signIn: popup }).message).toContain(texts.inWindow);
});

test('sentences stand as far apart as the language has it', () => {
  const model = { phase: 'ended', ending: { reason: 'idle' } } as unknown as PromptModel;
  const { message } = wordsFor(model, { ...english, texts: { ...texts, between: '' } });
  expect(message).toBe(texts.reasons.idle + texts.work);
});
