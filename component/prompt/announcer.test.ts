import { expect, test } from 'vitest';
import type { PromptModel } from '../prompt-model.ts';
import { speechFor } from './announcer.ts';
import type { Scene } from './scene.ts';
import { english } from './texts.ts';
import { wordsFor } from './words.ts';

const language = english();
const { texts } = language;
const calm: PromptModel = {
  phase: 'warning',
  endsAt: 1_800_000_000_000,
  canRenew: true,
  canLook: true,
  renewal: 'none',
  looking: false,
  offline: false,
  refusals: 0,
};
const scene = (change: Partial<PromptModel>): Scene => {
  const model = { ...calm, ...change };
  const step = model.phase === 'warning' ? { value: 50, unit: 'second' as const, next: 0 } : undefined;
  return { model, words: wordsFor(model, language), language, step } as Scene;
};
const said = (before: Partial<PromptModel>, now: Partial<PromptModel>) =>
  speechFor(scene(before), scene(now));

test('nothing new, nothing said', () => {
  expect(said({}, {})).toBeUndefined();
  expect(said({}, { endsAt: calm.endsAt! + 60_000 })).toBeUndefined();
});

test('a renewal is heard from beginning to end', () => {
  expect(said({}, { renewal: 'pending' })).toEqual([texts.renewing]);
  expect(said({ renewal: 'pending' }, { renewal: 'failed' })).toEqual([
    texts.failed,
    'Less than 50 seconds left',
  ]);
  expect(said({ renewal: 'failed' }, { renewal: 'pending' })).toEqual([texts.renewing]);
  expect(said({ renewal: 'pending' }, {})).toEqual([texts.renewed]);
});

test('the end is heard with its reason', () => {
  expect(said({}, { phase: 'ended', ending: { reason: 'revoked', certain: true } })?.[0]).toBe(
    texts.plainExpired,
  );
  expect(said({}, { phase: 'ended', ending: { reason: 'revoked', certain: true } })?.[1]).toContain(
    texts.reasons.revoked,
  );
});

test('a reason that comes later is heard too', () => {
  const ended = said({ phase: 'expired' }, { phase: 'ended', ending: { reason: 'revoked', certain: true } });
  expect(ended?.[1]).toContain(texts.reasons.revoked);
});

test('a look that changed nothing is answered', () => {
  expect(said({ phase: 'expired', looking: true }, { phase: 'expired' })).toEqual([texts.plainExpired]);
});
