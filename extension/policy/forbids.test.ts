import { expect, it, test } from 'vitest';
import type { Command } from '../messages.ts';
import { forbids } from './forbids.ts';
import { noPolicy } from './policy.ts';
import { readPolicy } from './read-policy.ts';

const add = (confirmed: boolean): Command => ({ do: 'add-profiles', text: '', confirmed });
const set = (preferences: Record<string, unknown>): Command => ({ do: 'set-preferences', preferences });
const on: Command = { do: 'keep-fresh', site: 'b', on: true };
const watch = (site: string): Command => ({ do: 'set-expiry', site, expiry: [] });
const away = (site: string): Command => ({ do: 'set-expiry', site, expiry: [{}] });
const unguard = (site: string): Command => ({ do: 'unguard', site });
const sites = [{ id: 'a', name: 'A', match: ['https://a.example/*'] }];
const locked = { locks: ['sites'] };

test.each<[object, Command, boolean]>([
  [locked, { do: 'save-profiles', text: '' }, true],
  [locked, { do: 'pause', site: 'b', on: true }, true],
  [locked, add(true), true],
  [locked, add(false), true],
  [locked, { do: 'confirm', site: 'b' }, true],
  [locked, unguard('b'), true],
  [locked, away('b'), true],
  [{ locks: ['import'] }, add(false), true],
  [{ locks: ['import'] }, add(true), false],
  [{ locks: ['import'] }, { do: 'confirm', site: 'b' }, true],
  [{ locks: ['watching'] }, watch('b'), true],
  [{ locks: ['watching'] }, away('b'), false],
  [{ sites }, unguard('a'), true],
  [{ sites }, unguard('b'), false],
  [{ sites }, away('a'), true],
  [{ sites }, { do: 'pause', site: 'a', on: true }, false],
  [{ limits: { keepFresh: 'never' } }, on, true],
  [{ limits: { keepFresh: 'never' } }, { ...on, on: false }, false],
  [{ limits: { keepFresh: 'active' } }, on, false],
  [{ notifications: false }, set({ notifications: true }), true],
  // Pages send all of them, as they are.
  [{ notifications: false }, set({ notifications: false, language: 'fr' }), false],
  [{ locks: ['language'] }, set({ language: 'fr' }), true],
  [{ locks: ['sites', 'import', 'watching', 'language'] }, { do: 'renew', key: 'a' }, false],
])('%j: %j, refused: %s', (given, command, wanted) =>
  expect(forbids(readPolicy(given).policy, command)).toBe(wanted),
);

it('refuses nothing where nobody decided', () => expect(forbids(noPolicy, unguard('a'))).toBe(false));
