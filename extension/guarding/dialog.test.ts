import { describe, expect, it } from 'vitest';
import { noPolicy } from '../policy/policy.ts';
import type { Command, CommandAnswer } from '../messages.ts';
import type { Live } from '../pages/live.ts';
import { accessOf } from '../pages/access.ts';
import { readProfiles } from '../profile/read-profile.ts';
import type { SiteState, Wish } from '../stored.ts';
import type { BrowserCookie } from './cookie-facts.ts';
import { createDialog } from './dialog.ts';
import type { GuardedTab, GuardingEdges } from './edges.ts';
import { makeProfile } from './make-profile.ts';
import type { Model, QuestionModel, State } from './model.ts';
import type { PageSeen } from './seen.ts';

const now = 1_795_176_000_000;
const end = now + 3_600_000;
const host = 'https://app.example.com/*';

const page: PageSeen = {
  title: 'Example',
  path: '/home',
  items: [],
  keys: [],
  cookies: [],
  forbids: false,
  signsIn: false,
};
const watched = makeProfile({ origin: 'https://app.example.com', name: 'Example' }, { how: 'watch' }).site!;
const cookie = (name: string, how: Partial<BrowserCookie> = {}): BrowserCookie => ({
  name,
  value: 'secret',
  domain: 'app.example.com',
  httpOnly: true,
  secure: true,
  ...how,
});
const told = cookie('session_expires_at', { value: `${end / 1000}` });

/** A browser that is made up, and all that was done with it. */
function world({
  query = { tab: 1 },
  tab = { id: 1, url: 'https://app.example.com/home', title: 'Example', incognito: false },
  origins = [host],
  permissions = ['cookies'],
  profiles = [watched],
  state,
  listed = [told],
  hidden = [],
  look = page,
  given = true,
  answer = { ok: true },
}: {
  query?: State['query'];
  tab?: GuardedTab | null;
  origins?: string[];
  permissions?: string[];
  profiles?: object[];
  state?: Partial<SiteState>;
  listed?: BrowserCookie[];
  hidden?: BrowserCookie[];
  look?: PageSeen | null;
  given?: boolean;
  answer?: CommandAnswer;
} = {}) {
  const log: string[] = [];
  const sent: Command[] = [];
  const wishes: Wish[] = [];
  let model: Model = { step: 'loading' };
  let onTab: (id: number, gone: boolean) => void = () => {};
  const edges: GuardingEdges = {
    tab: async () => tab ?? undefined,
    tabsAt: async () => (tab ? [tab] : []),
    onTab: (hear) => (onTab = hear),
    look: async () => {
      if (!look) throw new Error('Cannot access contents of the page');
      return look;
    },
    cookies: async () => ({ listed, hidden }),
    onHeader: () => {},
    request: async (wanted) => {
      log.push(`request ${JSON.stringify(wanted)}`);
      return given;
    },
    storeWish: async (wish) => void wishes.push(wish),
    dropWish: async () => void log.push('drop wish'),
    send: async (command) => {
      sent.push(command);
      return answer;
    },
    open: (url) => void log.push(`open ${url}`),
    openSettings: () => void log.push('settings'),
    close: () => void log.push('close'),
  };
  const written = { version: 1, sites: profiles };
  const live = (changes: { origins?: string[]; permissions?: string[]; profiles?: object[] } = {}): Live => {
    const stored = {
      profiles: changes.profiles ? { version: 1, sites: changes.profiles } : written,
      ...(state && { 'site:app.example.com': { guardedAt: now, endings: [], ...state } }),
    };
    return {
      state: 'ready',
      policy: noPolicy,
      policyProblems: [],
      now,
      stored,
      access: accessOf({ origins, permissions, ...changes }),
      profiles: readProfiles(stored.profiles).profiles!,
      views: [],
    };
  };
  const dialog = createDialog(edges, query, (next) => (model = next));
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    log,
    sent,
    wishes,
    gestures: dialog.gestures,
    model: () => model,
    question: () => {
      if (model.step !== 'question') throw new Error(`The step is ${model.step}`);
      return model as QuestionModel;
    },
    async open(changes?: Parameters<typeof live>[0]) {
      dialog.hear(live(changes));
      await settled();
    },
    hear: (given: Live) => dialog.hear(given),
    closeTab: () => onTab(1, true),
    settled,
  };
}

describe('The dialog shows', () => {
  it.each<[what: string, given: Parameters<typeof world>[0], model: object]>([
    ['the question', {}, { step: 'question', how: 'watch', isGuarded: true, tab: 'there', look: 'done' }],
    ['that access is needed', { origins: [], profiles: [] }, { step: 'access', why: 'new' }],
    ['that access was taken back', { origins: [] }, { step: 'access', why: 'revoked' }],
    ['that the tab is closed', { tab: null, profiles: [] }, { step: 'closed' }],
    [
      'that the page belongs to the browser',
      { tab: { id: 1, url: 'chrome://settings', incognito: false }, profiles: [] },
      { step: 'cannot' },
    ],
    ['that the site is guarded no more', { query: { site: 'other' } }, { step: 'gone' }],
    [
      'the question without a tab',
      { query: { site: 'app.example.com' }, tab: null },
      { step: 'question', tab: 'none' },
    ],
    ['that the page lets nobody look', { look: null }, { step: 'question', look: 'refused' }],
    ['that cookies may not be read', { permissions: [] }, { step: 'question', cookiesAllowed: false }],
    [
      'that the window is private',
      { tab: { id: 1, url: 'https://app.example.com/', incognito: true } },
      { step: 'question', isPrivate: true },
    ],
    [
      'that another entry comes first',
      { query: { site: 'second' }, profiles: [watched, { ...watched, id: 'second', name: 'Second' }] },
      { step: 'question', firstWins: 'Example' },
    ],
    [
      'that the site is as it was set before',
      { profiles: [{ ...watched, expiry: [{ from: 'element' }] }] },
      { step: 'question', how: 'keep' },
    ],
    [
      'a system that is known, first',
      { look: { ...page, keys: ['arcp-admin-token'] } },
      { step: 'question', how: 'preset', presets: [{ preset: 'arcp' }] },
    ],
    [
      'that the page forbids to be kept fresh',
      { look: { ...page, forbids: true } },
      { step: 'question', keepFresh: { forbidden: true } },
    ],
  ])('%s', async (_what, given, expected) => {
    const { open, model } = world(given);
    await open();
    expect(model()).toMatchObject(expected);
  });

  it('what was found, with its time and no value', async () => {
    const { open, question } = world({ listed: [told, cookie('sid', { expirationDate: end / 1000 })] });
    await open();
    expect(question().strong).toMatchObject([{ source: { name: 'session_expires_at' }, endsAt: end }]);
    expect(question().weak).toMatchObject([{ source: { name: 'sid' }, endsAt: end }]);
    expect(JSON.stringify(question())).not.toContain('secret');
  });

  it('that the tab was closed meanwhile, and still takes an answer', async () => {
    const { open, closeTab, question, gestures, settled, sent } = world();
    await open();
    closeTab();
    expect(question().tab).toBe('gone');
    gestures.fill({ how: 'away' });
    gestures.save(true);
    await settled();
    expect(sent[0]).toMatchObject({ do: 'set-expiry' });
  });

  it('that access was taken back under it, and goes on when it is there again', async () => {
    const { open, model } = world();
    await open();
    await open({ origins: [] });
    expect(model()).toMatchObject({ step: 'access', why: 'revoked' });
    await open();
    expect(model().step).toBe('question');
  });

  it('the site as soon as the browser tells its address', async () => {
    const tab: GuardedTab = { id: 1, incognito: false };
    const { open, model } = world({ tab, origins: [], profiles: [] });
    await open();
    expect(model().step).toBe('cannot');
    tab.url = 'https://app.example.com/';
    await open({ origins: [host] });
    expect(model()).toMatchObject({ step: 'question', isGuarded: false });
  });

  it('that what is stored is broken', () => {
    const { hear, model } = world();
    hear({ state: 'broken', data: {}, why: 'no' });
    expect(model().step).toBe('loading');
  });
});

describe('A click for access', () => {
  it('asks first, then stores the wish, then guards', async () => {
    const { open, gestures, log, wishes, sent, settled } = world({ origins: [], profiles: [] });
    await open();
    gestures.pressAccess();
    gestures.giveAccess();
    expect(log).toEqual([`request {"origins":["${host}"],"permissions":["cookies"]}`]);
    await settled();
    expect(wishes.at(-1)).toEqual({ at: now, origin: 'https://app.example.com', name: 'Example', tabId: 1 });
    expect(sent).toEqual([{ do: 'guard' }]);
  });

  it('that is denied leaves nothing, and says so', async () => {
    const { open, gestures, log, sent, settled, model } = world({ origins: [], profiles: [], given: false });
    await open();
    gestures.giveAccess();
    await settled();
    expect(model()).toMatchObject({ step: 'access', why: 'denied', busy: false });
    expect(log.at(-1)).toBe('drop wish');
    expect(sent).toEqual([]);
  });

  it('to the host above asks for that alone', async () => {
    const above = cookie('sid', { domain: '.example.com', expirationDate: end / 1000 });
    const { open, gestures, question, log, sent, settled } = world({ listed: [], hidden: [above] });
    await open();
    gestures.fill({ how: 'tells', candidate: question().weak[0]!.id });
    expect(question().needs?.host).toBe('example.com');
    gestures.giveParent();
    expect(log).toEqual(['request {"origins":["https://example.com/*"]}']);
    await settled();
    gestures.save(true);
    expect([sent, question().incomplete]).toEqual([[], true]);
  });
});

describe('Saving', () => {
  const save = async (
    form: Parameters<ReturnType<typeof world>['gestures']['fill']>[0],
    given: Parameters<typeof world>[0] = {},
    signedIn = true,
  ) => {
    const there = world(given);
    await there.open();
    there.gestures.fill(form);
    there.gestures.save(signedIn);
    await there.settled();
    return there;
  };
  const strong = JSON.stringify({ from: 'cookie', name: 'session_expires_at', as: 'moment' });

  it('changes what is there, with the person’s word', async () => {
    const { sent, model } = await save({ how: 'tells', candidate: strong, keepFresh: true });
    expect(sent).toEqual([
      {
        do: 'set-expiry',
        site: 'app.example.com',
        expiry: [JSON.parse(strong)],
        signs: [],
        hosts: [],
        keepFresh: { by: 'request', url: '.', method: 'GET', while: 'active' },
      },
      { do: 'keep-fresh', site: 'app.example.com', on: true },
      { do: 'signed-in', site: 'app.example.com' },
    ]);
    expect(model()).toMatchObject({
      step: 'saved',
      saved: { how: 'tells', signedIn: true, keepFresh: true },
    });
  });

  it('adds what is new', async () => {
    const { sent } = await save({ how: 'watch' }, { profiles: [] }, false);
    expect(sent).toMatchObject([{ do: 'add-profiles', confirmed: true }]);
    const { sites } = JSON.parse((sent[0] as { text: string }).text);
    expect(sites).toMatchObject([{ id: 'app.example.com', signIn: { url: '/home' }, expiry: [] }]);
  });

  it('puts a system that is known in the place of what is there', async () => {
    const { sent } = await save(
      { how: 'preset', address: 'https://app.example.com/arcp/' },
      { look: { ...page, keys: ['arcp-admin-token'] } },
    );
    const { sites } = JSON.parse((sent[0] as { text: string }).text);
    expect([sent[0]!.do, sites.length]).toEqual(['save-profiles', 1]);
    expect(sites[0]).toMatchObject({ id: 'app.example.com', match: ['https://app.example.com/arcp/*'] });
  });

  it('leaves as it is what is to stay', async () => {
    const { sent } = await save({}, { profiles: [{ ...watched, expiry: [{ from: 'element' }] }] });
    expect(sent).toEqual([{ do: 'signed-in', site: 'app.example.com' }]);
  });

  it.each([
    ['a duration', { how: 'away' as const, away: { count: 'x', unit: 'm' as const } }],
    ['a place', { how: 'tells' as const }],
  ])('waits for %s', async (_what, form) => {
    const { sent, question } = await save(form);
    expect(sent).toEqual([]);
    expect(question().incomplete).toBe(true);
  });

  it('that is refused says why, and keeps what was filled in', async () => {
    const problem = { code: 'bad-value', field: 'sites[0].name', expected: 'at most 80' };
    const { sent, question } = await save({ how: 'away' }, { answer: { ok: false, problem } });
    expect(sent).toHaveLength(1);
    expect(question()).toMatchObject({ problem, how: 'away' });
  });

  it('never keeps fresh what forbids it', async () => {
    const { sent } = await save({ how: 'away', keepFresh: true }, { look: { ...page, forbids: true } });
    expect(sent.filter((each) => each.do === 'keep-fresh')).toEqual([]);
  });
});

describe('What was watched', () => {
  const ends = [0, 1].map((day) => ({
    at: now - day * 86_400_000,
    lastRequestAt: now - day * 86_400_000 - 1_800_000,
    changed: [],
  }));
  const watch = { since: now, ends };

  it('is proposed, accepted and declined', async () => {
    const { open, question, gestures, sent, settled } = world({ state: { watch } });
    await open();
    const [proposal] = question().proposals;
    gestures.accept(proposal!);
    await settled();
    expect(question().proposals).toEqual([]);
    gestures.decline(proposal!);
    await settled();
    expect(sent).toMatchObject([
      { do: 'set-expiry', expiry: [{ from: 'idle', timeout: '30m', since: 'counted' }] },
      { do: 'decline', proposal: 'idle:1800000' },
    ]);
  });

  it('asks whether that was an end', async () => {
    const changes = [{ what: 'cookie-gone' as const, name: 'sid', at: now }];
    const { open, question, gestures, sent, settled } = world({
      state: { watch: { since: now, ends: [], now: { changes } } },
    });
    await open();
    expect(question().askedSince).toBe(now);
    gestures.wasSignedOut(true);
    await settled();
    expect(sent).toEqual([{ do: 'was-signed-out', site: 'app.example.com', yes: true }]);
    expect(question().done).toBe('noted');
  });
});
