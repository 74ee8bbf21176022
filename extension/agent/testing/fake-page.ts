import { vi } from 'vitest';
import type { AgentOrders, FromAgent, ToAgent } from '../../messages.ts';
import type { Entry } from '../replies.ts';
import type { Listener } from '../runtime.ts';

type Heard = (event: object) => void;

/** As much of an event target as content scripts need; here tests may make trusted events. */
export class FakeTarget {
  readonly #all: { type: string; run: Heard; signal?: AbortSignal }[] = [];

  addEventListener(type: string, run: Heard, { signal }: AddEventListenerOptions = {}): void {
    this.#all.push({ type, run, signal });
  }

  fire(type: string, event: object = {}): void {
    for (const { run } of this.of(type)) run({ isTrusted: true, composedPath: () => [], ...event });
  }

  of(type?: string) {
    return this.#all.filter((each) => !each.signal?.aborted && (!type || each.type === type));
  }

  get listeners(): number {
    return this.of().length;
  }
}

export interface FakeElement {
  localName: string;
  isConnected: boolean;
  attributes: Record<string, string>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  getRootNode(): unknown;
  checkVisibility(): boolean;
  closest(): null;
}

export function fakeElement(attributes: Record<string, string> = {}): FakeElement {
  return {
    localName: 'session-guard',
    isConnected: true,
    attributes,
    getAttribute(name) {
      return this.attributes[name] ?? null;
    },
    hasAttribute(name) {
      return name in this.attributes;
    },
    getRootNode: () => document,
    checkVisibility: () => true,
    closest: () => null,
  };
}

/** A page of `https://app.test/` with a background that answers; time is vitest's. */
export function fakePage() {
  const window = new FakeTarget();
  const found: Record<string, FakeElement[]> = {};
  const document = Object.assign(new FakeTarget(), {
    hidden: false,
    readyState: 'loading',
    cookie: '',
    prerendering: false,
  });
  const said: FromAgent[] = [];
  const listeners = new Set<Listener>();
  const mutations = new Set<() => void>();
  const requests = new Set<(entries: Entry[]) => void>();
  const page = {
    window,
    document,
    said,
    listeners,
    found,
    mutations,
    requests,
    userActivation: { hasBeenActive: false },
    /** What hello is answered with. */
    orders: undefined as AgentOrders | undefined,
    runtime: {
      id: 'it' as string | undefined,
      sendMessage: vi.fn(async (message: FromAgent): Promise<unknown> => {
        said.push(message);
        return message.say === 'hello' ? page.orders : undefined;
      }),
      onMessage: {
        addListener: (hear: Listener) => void listeners.add(hear),
        removeListener: (hear: Listener) => void listeners.delete(hear),
      },
    },
    /** What was said of this kind. */
    of: <S extends FromAgent['say']>(say: S) =>
      said.filter((each): each is Extract<FromAgent, { say: S }> => each.say === say),
    order(message: ToAgent): unknown {
      let answered: unknown;
      for (const hear of [...listeners]) hear(message, {}, (it) => (answered = it));
      return answered;
    },
    answered(...entries: Partial<Entry>[]) {
      const whole = entries.map((each) => ({ ...request, ...each }));
      for (const see of requests) see(whole);
    },
    /** Something of the page's content changed. */
    change() {
      for (const heard of [...mutations]) heard();
    },
  };

  Object.assign(window, { top: window });
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', document);
  vi.stubGlobal('origin', 'https://app.test');
  vi.stubGlobal('location', new URL('https://app.test/'));
  vi.stubGlobal('navigator', { userActivation: page.userActivation });
  vi.stubGlobal('chrome', { runtime: page.runtime });
  vi.stubGlobal('Document', { prototype: { querySelectorAll: (selector: string) => found[selector] ?? [] } });
  vi.stubGlobal(
    'MutationObserver',
    class {
      readonly run: () => void;
      constructor(run: () => void) {
        this.run = run;
      }
      observe() {
        mutations.add(this.run);
      }
      disconnect() {
        mutations.delete(this.run);
      }
    },
  );
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      readonly see: (entries: Entry[]) => void;
      constructor(run: (list: { getEntries(): Entry[] }) => void) {
        this.see = (entries) => run({ getEntries: () => entries });
      }
      observe() {
        requests.add(this.see);
      }
      disconnect() {
        requests.delete(this.see);
      }
    },
  );
  return page;
}

export const request: Entry = {
  entryType: 'resource',
  initiatorType: 'fetch',
  name: 'https://app.test/api/data',
  startTime: 0,
  responseStatus: 200,
  transferSize: 300,
  redirectStart: 0,
  requestStart: 1,
};

export const orders: AgentOrders = {
  order: 'orders',
  match: ['https://app.test/*'],
  hosts: [],
  signs: [
    { place: 3, url: '/api/*', except: ['/api/login'], status: 401, means: 'ended' },
    { place: 4, url: '/api/me', status: 200, means: 'alive' },
    { place: 5, url: '/api/*', status: 403, means: 'look' },
    { place: 6, url: '/*', status: '2xx', means: 'counted' },
  ],
  wantsInput: false,
};
