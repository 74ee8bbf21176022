import type { AgentOrders, FromAgent, ToAgent, ToPrompt } from '../../messages.ts';
import { alarmFloor } from '../due.ts';
import type { BrowserCookie, Edges } from '../edges.ts';
import type { AgentTab } from '../hearing.ts';
import { startBackground, tidy, type Background } from '../start.ts';

/** A tab of the fake browser; its agent answers as `page` says. */
export interface FakeTab {
  id: number;
  url: string;
  store: string;
  isPrivate: boolean;
  active: boolean;
  audible: boolean;
  /** Everything that was sent to it. */
  got: ToAgent[];
  /** The newest orders. */
  orders?: AgentOrders;
  /** Whether the person has acted in it since it loaded. */
  acted: boolean;
  /** What its server says to an `ask`; `undefined`: no answer. */
  answer?: (ask: Extract<ToAgent, { order: 'ask' }>) => { status: number; body?: unknown } | undefined;
  /** Called with each message that comes to it. */
  heard?: (message: ToAgent) => void;
  reloads: number;
  injected: string[];
}

interface Job {
  at: number;
  run: () => void;
  /** Of the run of the worker that set it: it dies with it. */
  owner: number;
}

/** A browser without a browser: virtual time, storage that stays, alarms with their floor, and a worker that may die. */
export function createFakeBrowser() {
  let now = Date.UTC(2026, 10, 21, 12);
  const begun = now;
  let generation = 0;
  let jobs: Job[] = [];
  const areas = { local: {} as Record<string, unknown>, session: {} as Record<string, unknown> };
  const alarms = new Map<string, number>();
  const tabs = new Map<number, FakeTab>();
  const registered = new Map<string, string[]>();
  let background: Background | undefined;
  let starting: Promise<Background> | undefined;
  let tokens = 0;

  const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null)) as T;
  const later = (ms: number, run: () => void): Job => {
    const job = { at: now + ms, run, owner: generation };
    jobs.push(job);
    return job;
  };

  const world = {
    now: () => now,
    areas,
    alarms,
    tabs,
    registered,
    badges: new Map<number, string>(),
    notices: [] as { id: string; title: string; message: string; at: number }[],
    jar: [] as BrowserCookie[],
    access: { origins: [] as string[], permissions: [] as string[] },
    opened: [] as string[],
    isLocked: false as boolean | undefined,
    fetched: [] as string[],
    language: 'en',
    /** What the browser tells; a promise: not at once. */
    policy: undefined as unknown,
    menu: {} as Record<string, string>,
    read: [] as string[],
    told: [] as (ToPrompt & { tabId: number })[],
    sent: 0,
    wakeUps: 0,
    /** The worker runs, started by whatever needs it. */
    async wake(): Promise<Background> {
      if (!starting) {
        world.wakeUps += 1;
        starting = startBackground(edgesOf(generation)).then(async (made) => {
          background = made;
          await tidy(made, false);
          return made;
        });
      }
      return starting;
    },
    /** It dies as workers do: nothing of it runs on, and nothing is told. */
    kill() {
      generation += 1;
      starting = undefined;
      background = undefined;
      jobs = jobs.filter((job) => job.owner === -1);
    },
    restart() {
      world.kill();
      areas.session = {};
      alarms.clear();
      tabs.clear();
    },
    running: () => background,
    /** Everything that is under way is done. */
    async rest() {
      for (let turn = 0; turn < 4; turn++) await new Promise((go) => setImmediate(go));
      // Guards import this when they need it, and so it takes as long here.
      await import('../../../shared/late.ts');
      await new Promise((go) => setImmediate(go));
    },
    async pass(ms: number) {
      const until = now + ms;
      await world.rest();
      for (;;) {
        const job = [...jobs].sort((a, b) => a.at - b.at)[0];
        const alarm = [...alarms].sort((a, b) => a[1] - b[1])[0];
        const next = Math.min(job?.at ?? Infinity, alarm?.[1] ?? Infinity);
        if (next > until) break;
        now = Math.max(now, next);
        if (job && job.at === next) {
          jobs = jobs.filter((each) => each !== job);
          job.run();
        } else {
          alarms.delete(alarm![0]);
          const { house } = await world.wake();
          house.due.runDue();
        }
        await world.rest();
      }
      now = until;
    },
    async open(url: string, part: Partial<FakeTab> = {}): Promise<FakeTab> {
      const tab: FakeTab = {
        id: tabs.size + 1,
        url,
        store: '0',
        isPrivate: false,
        active: true,
        audible: false,
        got: [],
        acted: false,
        reloads: 0,
        injected: [],
        ...part,
      };
      tabs.set(tab.id, tab);
      await world.hello(tab);
      return tab;
    },
    async hello(tab: FakeTab) {
      const orders = await world.say(tab, {
        say: 'hello',
        seen: tab.active,
        acted: tab.acted,
        forbids: false,
      });
      if (orders) follow(tab, orders as AgentOrders);
    },
    async say(tab: FakeTab, message: FromAgent): Promise<ToAgent | undefined> {
      const { hearAgent } = await world.wake();
      const from: AgentTab = { tabId: tab.id, url: tab.url, store: tab.store, isPrivate: tab.isPrivate };
      const answer = hearAgent(from, message);
      await world.rest();
      return answer && copy(answer);
    },
    async close(tab: FakeTab) {
      tabs.delete(tab.id);
      await world.say(tab, { say: 'bye' });
    },
    async see(tab: FakeTab, seen: boolean) {
      tab.active = seen;
      await world.say(tab, { say: 'seen', seen, acted: tab.acted });
    },
    /** Asks sent to a tab, of one kind. */
    asked: (tab: FakeTab, kind: 'look' | 'renew') =>
      tab.got.filter((message) => message.order === 'ask' && message.kind === kind).length,
  };

  /** In view, the agent says when a moment has come. */
  function follow(tab: FakeTab, orders: AgentOrders) {
    tab.orders = orders;
    if (orders.dueAt === undefined) return;
    const job = later(Math.max(0, orders.dueAt - now), () => {
      if (tab.orders === orders && tab.active) void world.say(tab, { say: 'due' });
    });
    job.owner = -1;
  }

  async function deliver(tab: FakeTab, message: ToAgent): Promise<unknown> {
    world.sent += 1;
    tab.got.push(copy(message));
    tab.heard?.(message);
    if (message.order === 'orders') {
      follow(tab, message);
      return { seen: tab.active, acted: tab.acted };
    }
    if (message.order !== 'ask') return undefined;
    const requestedAt = now;
    const job = later(50, () => {
      const said = tab.answer?.(message);
      void world.say(tab, {
        say: 'answer',
        id: message.id,
        kind: message.kind,
        url: message.url,
        requestedAt,
        receivedAt: now,
        ...(said && {
          status: said.status,
          type: 'basic',
          headers: { date: new Date(now).toUTCString(), 'content-type': 'application/json' },
          body: JSON.stringify(said.body ?? {}),
        }),
      });
    });
    // The page answers whether or not its asker is alive.
    job.owner = -1;
    return undefined;
  }

  function edgesOf(run: number): Edges {
    const isAlive = () => run === generation;
    const area = (name: 'local' | 'session'): Edges['storage']['local'] => ({
      get: async () => copy(areas[name]),
      async set(items) {
        if (isAlive()) Object.assign(areas[name], copy(items));
      },
      async remove(keys) {
        if (isAlive()) for (const key of keys) delete areas[name][key];
      },
    });
    const dead = <T>(run: () => T): T | undefined => (isAlive() ? run() : undefined);
    return {
      clock: { wall: () => now, mono: () => now - begun },
      timer: {
        set: (ms, act) => later(ms, () => dead(act)),
        clear: (job) => void (jobs = jobs.filter((each) => each !== job)),
      },
      random: () => 0.5,
      pause: () => new Promise((go) => setImmediate(go)),
      storage: { local: area('local'), session: area('session') },
      managed: async () => copy(await world.policy),
      alarms: {
        all: async () => [...alarms].map(([name, scheduledTime]) => ({ name, scheduledTime })),
        create: (name, { when, periodInMinutes = 0 }) =>
          void dead(() =>
            alarms.set(name, Math.max(when ?? now + periodInMinutes * 60_000, now + alarmFloor)),
          ),
        clear: (name) => void dead(() => alarms.delete(name)),
      },
      tabs: {
        async send(tabId, message) {
          const tab = tabs.get(tabId);
          if (!tab || !isAlive()) throw new Error('nobody there');
          return deliver(tab, message);
        },
        async reload(tabId) {
          const tab = tabs.get(tabId)!;
          tab.reloads += 1;
          tab.acted = false;
          later(20, () => void world.hello(tab));
        },
        at: async () => [...tabs.values()].map(({ id, url }) => ({ id, url })),
        get: async (id) => {
          const tab = tabs.get(id);
          return tab && { id, active: tab.active, audible: tab.audible };
        },
        open: async (url, _store, beside) =>
          void world.opened.push(beside === undefined ? url : `${url} beside ${beside}`),
        go: async (_, url) => void world.opened.push(url),
        show: async (id) => void world.opened.push(`tab ${id}`),
      },
      scripts: {
        takesPorts: true,
        async inject(tabId, file) {
          tabs.get(tabId)?.injected.push(file);
        },
        registered: async () => [...registered].map(([id, matches]) => ({ id, matches })),
        register: async ({ id, matches }) => void registered.set(id, matches),
        unregister: async (id) => void registered.delete(id),
      },
      cookies: async (storeId) =>
        world.access.permissions.includes('cookies')
          ? world.jar.filter((cookie) => cookie.storeId === storeId)
          : undefined,
      access: async () => copy(world.access),
      isLocked: async () => world.isLocked,
      dropAccess: async (origins) => {
        world.access.origins = world.access.origins.filter((each) => !origins.includes(each));
      },
      badge: (tabId, text) => void world.badges.set(tabId, text),
      notify: (id, title, message) => void world.notices.push({ id, title, message, at: now }),
      unnotify: () => {},
      tellPrompt: (tabId, message) => void world.told.push({ tabId, ...message }),
      async fetch(url) {
        world.fetched.push(url);
        throw new Error('offline');
      },
      language: world.language,
      localeFiles: { de: '/de.json', en: '/en.json', fr: '/fr.json' },
      async read(path) {
        world.read.push(path);
        const file = path.replace(/^.*\//, '../../../shared/locales/');
        return (await import(/* @vite-ignore */ file)).default as unknown;
      },
      menu: (titles) => void (world.menu = titles),
      promptUrl: (token) => `extension://prompt#${token}`,
      token: () => `token-${(tokens += 1)}`,
    };
  }

  return world;
}

export type FakeBrowser = ReturnType<typeof createFakeBrowser>;
