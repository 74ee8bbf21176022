import { expect, test } from 'vitest';
import type { Reason } from '../../shared/ending.ts';
import type { PromptModel } from '../prompt-model.ts';
import { languageFor } from './texts.ts';
import { wordsFor } from './words.ts';

const english = languageFor('en-GB');
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
