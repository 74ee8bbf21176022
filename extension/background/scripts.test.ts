import { expect, test } from 'vitest';
import { readProfiles } from '../profile/read-profile.ts';
import type { House } from './house.ts';
import { createScripts } from './scripts.ts';

const site = {
  id: 'app',
  name: 'App',
  match: ['http://127.0.0.1:3000/app/*', 'https://*.example.com/*'],
  expiry: [{ from: 'response', url: '/token' }],
  signs: [
    { url: '/api/*', status: 401, means: 'ended' },
    { url: '/*', redirect: '/login', means: 'ended' },
    { url: '/api/me', at: '/user', is: null, means: 'ended' },
    { page: 'form', means: 'ended' },
  ],
};

function scriptsIn(takesPorts: boolean) {
  const registered = new Map<string, string[]>();
  const sites = readProfiles({ version: 1, sites: [site] }).profiles!;
  const house = {
    edges: {
      scripts: {
        takesPorts,
        registered: async () => [...registered].map(([id, matches]) => ({ id, matches })),
        register: async ({ id, matches }: { id: string; matches: string[] }) =>
          void registered.set(id, matches),
      },
      tabs: { at: async () => [] },
    },
    store: { sites: () => sites, state: () => ({}) },
    showing: { access: () => ({ granted: () => true }) },
  } as unknown as House;
  return { scripts: createScripts(house), registered, site: sites[0]! };
}

test('scripts are registered for what is guarded; in Firefox, which runs none for a pattern with a port, without it', async () => {
  const chromium = scriptsIn(true);
  await chromium.scripts.reconcile();
  expect(chromium.registered.get('agent')).toEqual([
    'http://127.0.0.1:3000/app/*',
    'https://*.example.com/*',
  ]);
  const firefox = scriptsIn(false);
  await firefox.scripts.reconcile();
  expect(firefox.registered.get('observer')).toEqual(['http://127.0.0.1/app/*', 'https://*.example.com/*']);
});

test('the observer is told of all signs of replies but redirects, by their places', () => {
  const { scripts, site } = scriptsIn(true);
  expect(scripts.observation(site).signs.map(({ place }) => place)).toEqual([0, 2]);
});
