/** Calls of the extension's API, made on one of its pages. Chromium has had `browser` there since 148. */
import type { Browser, Permissions } from 'webextension-polyfill';

declare const browser: Browser;

export type Access = { origins?: string[]; permissions?: string[] };

export const request = (access: Access): Promise<boolean> =>
  browser.permissions.request(access as Permissions.Permissions);

export const remove = (access: Access): Promise<boolean> =>
  browser.permissions.remove(access as Permissions.Permissions);

/** The required ones cannot be given back, and are not listed. */
export async function optionalAccess(): Promise<Access> {
  const { origins, permissions } = await browser.permissions.getAll();
  const { permissions: required = [] } = browser.runtime.getManifest();
  return { origins, permissions: permissions?.filter((name) => !(required as string[]).includes(name)) };
}

export const badge = (tabId?: number): Promise<string> => browser.action.getBadgeText({ tabId });

export const readStorage = (): Promise<Record<string, unknown>> => browser.storage.local.get();

export const writeStorage = (items: Record<string, unknown>): Promise<void> =>
  browser.storage.local.set(items);

export const clearStorage = async (): Promise<void> => {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
};

export const notifications = async (): Promise<string[]> => Object.keys(await browser.notifications.getAll());

/** In their order. */
export const tabIds = async (): Promise<number[]> => (await browser.tabs.query({})).map(({ id }) => id!);

/** @param beside A tab of the window in which it is opened, in front. */
export async function openTab(url: string, beside?: number): Promise<number> {
  const { windowId } = (beside ?? null) === null ? {} : await browser.tabs.get(beside!);
  const { id } = await browser.tabs.create({
    url,
    active: true,
    ...(windowId !== undefined && { windowId }),
  });
  return id!;
}

export async function openWindow(url: string): Promise<number> {
  const { tabs } = await browser.windows.create({ url });
  return tabs![0]!.id!;
}

export const tabAddresses = async (): Promise<{ id: number; url: string }[]> =>
  (await browser.tabs.query({})).map(({ id, url = '' }) => ({ id: id!, url }));

/** All that outlives the worker, but storage and access. */
export async function forget(): Promise<void> {
  await browser.alarms.clearAll();
  const scripts = await browser.scripting.getRegisteredContentScripts();
  if (scripts.length > 0) await browser.scripting.unregisterContentScripts();
  for (const id of Object.keys(await browser.notifications.getAll())) await browser.notifications.clear(id);
  await browser.action.setBadgeText({ text: '' });
}

/** The memory of a session ends with a version. */
export const markSession = (): Promise<void> => browser.storage.session.set({ mark: true });

export const hasMark = async (): Promise<boolean> => 'mark' in (await browser.storage.session.get());

/** On `chrome://extensions`. */
export async function changeAccess(
  how: 'addHostPermission' | 'removeHostPermission',
  id: string,
  origins: string[],
): Promise<void> {
  const { developerPrivate } = (globalThis as unknown as Settings).chrome;
  for (const origin of origins) await developerPrivate[how](id, origin);
}

/** On `chrome://extensions`, too. */
export async function reloadExtension(id: string): Promise<void> {
  const { developerPrivate } = (globalThis as unknown as Settings).chrome;
  // Else an unpacked extension stays switched off.
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  await developerPrivate.reload(id);
}

interface Settings {
  chrome: {
    developerPrivate: Record<
      'addHostPermission' | 'removeHostPermission',
      (id: string, origin: string) => Promise<void>
    > & {
      reload(id: string): Promise<void>;
      updateProfileConfiguration(settings: object): Promise<void>;
    };
  };
}
