import { expect, it } from 'vitest';
import { siteOf } from '../profile/testing/example.ts';
import { needsOf, originsOnlyOf } from './needs.ts';

const plain = { expiry: [{ from: 'element' }], signs: [], look: undefined, keepFresh: undefined };

it.each([
  [{}, { origins: ['https://app.example.com/*', 'https://api.example.com/*'], permissions: ['cookies'] }],
  [
    { ...plain, hosts: [] },
    { origins: ['https://app.example.com/*'], permissions: [] },
  ],
  [
    { ...plain, hosts: [], match: ['http://localhost:1/*', 'http://localhost:2/a/*'] },
    { origins: ['http://localhost/*'], permissions: [] },
  ],
  [
    { ...plain, hosts: [], keepFresh: { by: 'reload', while: 'open', idle: '5m' } },
    { origins: ['https://app.example.com/*'], permissions: ['idle'] },
  ],
])('%j needs %j', (members, needs) => expect(needsOf([siteOf(members)])).toEqual(needs));

it('what another site needs is not given back', () =>
  expect(
    originsOnlyOf(siteOf(), [siteOf({ ...plain, match: ['https://api.example.com/*'], hosts: [] })]),
  ).toEqual(['https://app.example.com/*']));
