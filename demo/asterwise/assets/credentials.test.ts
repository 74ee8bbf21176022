import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as Module from './credentials.ts';

type Credentials = typeof Module;

/** What one tab has for itself: session storage, and a channel that does not hear its own voice. */
class Tab {
  readonly storage = new Map<string, string>();
  credentials!: Credentials;
  static channels: FakeChannel[] = [];
}

class FakeChannel extends EventTarget {
  constructor() {
    super();
    Tab.channels.push(this);
  }
  postMessage(data: unknown): void {
    for (const other of Tab.channels) {
      if (other !== this) other.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
    }
  }
}

async function open(): Promise<Tab> {
  const tab = new Tab();
  const store = {
    getItem: (key: string) => tab.storage.get(key) ?? null,
    setItem: (key: string, value: string) => void tab.storage.set(key, value),
    removeItem: (key: string) => void tab.storage.delete(key),
  };
  vi.resetModules();
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  const loaded = await import('./credentials.ts');
  // Each tab's calls meet its own storage, also those that a message brings about.
  const inTab =
    <A extends unknown[], R>(run: (...args: A) => R) =>
    (...args: A): R => {
      vi.stubGlobal('sessionStorage', store);
      return run(...args);
    };
  tab.credentials = Object.fromEntries(
    Object.entries(loaded).map(([name, run]) => [name, inTab(run as () => unknown)]),
  ) as unknown as Credentials;
  const channel = Tab.channels.at(-1)!;
  channel.dispatchEvent = inTab(channel.dispatchEvent.bind(channel));
  return tab;
}

const session = { token: 'ast_sess_a', expires_at: '2026-05-04T10:31:00Z', user: { id: 'dev_1' } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  Tab.channels = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a new tab gets the token of a tab beside it', async () => {
  const first = await open();
  first.credentials.shareToken(() => {});
  first.credentials.signedIn(session);
  const second = await open();
  expect(await second.credentials.findToken()).toBe('ast_sess_a');
  expect([...second.storage.values()]).toEqual(['ast_sess_a']);
});

it('alone, it waits a moment and has none', async () => {
  const { credentials } = await open();
  const found = credentials.findToken();
  await vi.advanceTimersByTimeAsync(300);
  expect(await found).toBeUndefined();
});

it('a sign-in reaches all tabs, with its end', async () => {
  const first = await open();
  const heard = vi.fn();
  first.credentials.shareToken(heard);
  const second = await open();
  second.credentials.signedIn(session);
  expect(heard).toHaveBeenCalledWith(session);
  expect([...first.storage.values()]).toEqual(['ast_sess_a']);
});

it('a sign-out takes its token from all tabs, and no other', async () => {
  const first = await open();
  first.credentials.shareToken(() => {});
  first.credentials.signedIn(session);
  const second = await open();
  second.credentials.signedIn({ ...session, token: 'ast_sess_b' });
  const third = await open();
  third.storage.set('asterwise-session-token', 'ast_sess_old');
  third.credentials.signedOut();
  expect([...first.storage.values()]).toEqual(['ast_sess_b']);
  second.credentials.signedOut();
  expect([...first.storage.values()]).toEqual([]);
});
