/** Run in a page of the extension; they know nothing of this file. */
import type { Browser } from 'webextension-polyfill';

declare const browser: Browser;

export const setBadge = (tabId: number, text: string): Promise<void> =>
  browser.action.setBadgeText({ tabId, text });

export const alarmCount = async (): Promise<number> => (await browser.alarms.getAll()).length;

/** Wakes the worker by a message, or an alarm, and waits until it has drawn the badge; epoch ms of both. */
export async function untilBadge(
  tabId: number,
  before: string,
  by: 'message' | 'alarm',
): Promise<{ from: number; to: number }> {
  const now = () => performance.timeOrigin + performance.now();
  const from = now();
  if (by === 'message') void browser.runtime.sendMessage({ do: 'nothing' });
  else browser.alarms.create('heartbeat', { when: Date.now() });
  while (now() - from < 15_000) {
    if ((await browser.action.getBadgeText({ tabId })) !== before) return { from, to: now() };
    await new Promise((go) => setTimeout(go, 2));
  }
  throw new Error('The badge was not drawn in 15 s.');
}

/** How long the parts of a start take that only wait for the browser. */
export async function timeOfApis(): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  const time = async (name: string, run: () => Promise<unknown>) => {
    const from = performance.now();
    await run();
    times[name] = performance.now() - from;
  };
  await time('storage', () => browser.storage.local.get(null));
  await time('permissions', () => browser.permissions.getAll());
  return times;
}

/** Everything that is sent to the background comes here, too. */
export function listen(): void {
  const heard: [at: number, what: string][] = [];
  Object.assign(window, { heard });
  browser.runtime.onMessage.addListener(((message: { say?: string; do?: string; prompt?: string }) => {
    heard.push([Date.now(), message.say ?? message.do ?? message.prompt ?? '?']);
    return undefined;
  }) as never);
  browser.alarms.onAlarm.addListener(({ name }) => heard.push([Date.now(), `alarm ${name}`]));
  browser.storage.onChanged.addListener((_, area) => heard.push([Date.now(), `write ${area}`]));
}

export const heard = (): [at: number, what: string][] =>
  (window as unknown as { heard: [number, string][] }).heard;

export const shownNotices = async (): Promise<string[]> => Object.keys(await browser.notifications.getAll());

export const registered = async (): Promise<number> =>
  (await browser.scripting.getRegisteredContentScripts()).length;

/** Counts replies and cookies as a listener of the background would get them, if it has one. */
export function countPassing(): void {
  const passing = { replies: 0, cookies: 0 };
  Object.assign(window, { passing });
  browser.webRequest.onHeadersReceived.addListener(() => void (passing.replies += 1), {
    urls: ['https://*/*', 'http://*/*'],
    types: ['main_frame', 'xmlhttprequest'],
  });
  browser.cookies?.onChanged.addListener(() => void (passing.cookies += 1));
}

export const passing = (): { replies: number; cookies: number } =>
  (window as unknown as { passing: { replies: number; cookies: number } }).passing;

/** Notes when the warning and the end of a session were told, and the end that was meant: epoch ms by its key. */
export function listenToEnds(): void {
  const told: Record<string, Told> = {};
  Object.assign(window, { told });
  browser.storage.onChanged.addListener((changes) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (!key.startsWith('session:')) continue;
      const { notified, facts } = (newValue ?? {}) as {
        notified?: { warning?: number; end?: number };
        facts?: { passedAt?: number; stated?: { at: number } };
      };
      const known = (told[key.slice('session:'.length)] ??= {});
      if (notified?.warning !== undefined) known.warning ??= Date.now();
      if (notified?.end !== undefined) known.end ??= Date.now();
      known.meant = facts?.passedAt ?? facts?.stated?.at ?? known.meant;
    }
  });
}

export interface Told {
  warning?: number;
  end?: number;
  /** The end as the background knew it: before the real one, as far as `Date` says whole seconds. */
  meant?: number;
}

export const told = (): Record<string, Told> => (window as unknown as { told: Record<string, Told> }).told;

export const send = (command: object): Promise<unknown> => browser.runtime.sendMessage(command);
