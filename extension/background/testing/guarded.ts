import type { SessionRecord, SiteState } from '../../stored.ts';
import { createFakeBrowser, type FakeBrowser, type FakeTab } from './browser.ts';

const minute = 60_000;
export const page = 'https://app.example.com/home';

export const site = {
  id: 'app',
  name: 'App',
  match: ['https://app.example.com/*'],
  expiry: [{ from: 'look' }],
  look: { url: '/session' },
  signs: [{ url: '/api/*', status: 401, means: 'ended' }],
  signIn: { url: '/signin' },
  keepFresh: { by: 'request', url: '/renew' },
};

/** A server with one session, told by looks, moved by renewals. */
export function createServer(browser: FakeBrowser, life = 20 * minute) {
  const server = {
    expiresAt: browser.now() + life,
    renewals: 0,
    looks: 0,
    answer: ({ kind }: { kind: string }) => {
      if (kind === 'renew') server.renewals += 1;
      else server.looks += 1;
      if (browser.now() >= server.expiresAt) return { status: 401, body: { error: 'session_expired' } };
      if (kind === 'renew') server.expiresAt = browser.now() + life;
      return { status: 200, body: { expires_at: new Date(server.expiresAt).toISOString() } };
    },
  };
  return server;
}

/** A site that is guarded, with one tab in view. */
export async function guarded(
  profile: object = site,
  part: Partial<FakeTab> = {},
  state?: Partial<SiteState>,
) {
  const browser = createFakeBrowser();
  browser.access = { origins: ['https://app.example.com/*'], permissions: ['cookies'] };
  browser.areas.local.profiles = { version: 1, sites: [profile] };
  if (state) browser.areas.local['site:app'] = { guardedAt: browser.now(), endings: [], ...state };
  const server = createServer(browser);
  const tab = await browser.open(page, { answer: server.answer, ...part });
  await browser.pass(1000);
  return { browser, server, tab };
}

export const record = (browser: FakeBrowser) => browser.areas.local['session:app|0'] as SessionRecord;
export const stateOf = (browser: FakeBrowser) => browser.areas.local['site:app'] as SiteState;

export const phase = async (browser: FakeBrowser) => {
  const { house } = await browser.wake();
  return house.sessions.get('app|0')?.guard.status().phase;
};

/** What the tab's prompt was last told to show. */
export const prompt = (tab: FakeTab) => {
  const last = tab.got.filter(({ order }) => order === 'prompt').at(-1);
  return last?.order === 'prompt' ? last.show : undefined;
};
