import type { Tab } from './tab.ts';

interface Outcome {
  ok: boolean;
  phase: string;
  problem?: unknown;
}

/** What a page's own script can call. */
export interface GuardElement extends HTMLElement {
  look(): Promise<Outcome>;
  renew(): Promise<Outcome>;
  start(reading: { expiresIn?: number; expiresAt?: number | string; body?: unknown }): void;
  end(reason: string): void;
  observe(reply: unknown, options?: { requestedAt?: number; credentials?: string }): void;
}

/** The page tells the guard of a sign-in that lasts so many seconds. */
export function start(tab: Tab, expiresIn: number): Promise<void> {
  return tab.page.evaluate((seconds) => {
    document.querySelector<GuardElement>('session-guard')?.start({ expiresIn: seconds });
  }, expiresIn);
}

export function renew(tab: Tab): Promise<Outcome | undefined> {
  return tab.page.evaluate(() => document.querySelector<GuardElement>('session-guard')?.renew());
}

/** The page tells the guard that the person signed out. */
export function end(tab: Tab): Promise<void> {
  return tab.page.evaluate(() => document.querySelector<GuardElement>('session-guard')?.end('signed-out'));
}

/** The page's own request through `guardFetch`; what the page got of the reply. */
export function callApi(
  tab: Tab,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string }> {
  return tab.page.evaluate(
    async (url, given) => {
      const { api } = window as unknown as { api: typeof fetch };
      const reply = await api(url, given as RequestInit);
      return { status: reply.status, text: await reply.text() };
    },
    path,
    init as Record<string, string>,
  );
}
