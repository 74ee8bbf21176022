import type { SendCommand } from '../pages/command.ts';
import type { Wish } from '../stored.ts';
import type { BrowserCookie } from './cookie-facts.ts';
import type { HeaderSeen, PageSeen } from './seen.ts';

export interface GuardedTab {
  id: number;
  url?: string;
  title?: string;
  incognito: boolean;
  /** The container or jar. */
  storeId?: string;
}

/** All that the dialog asks of the browser; in tests it is made up. */
export interface GuardingEdges {
  tab(id: number): Promise<GuardedTab | undefined>;
  /** The tabs at these patterns, the one used last first. */
  tabsAt(patterns: readonly string[]): Promise<GuardedTab[]>;
  /** A tab was closed, or shows another page now. */
  onTab(hear: (id: number, gone: boolean) => void): void;
  /** Nothing where the browser lets nobody in. */
  look(tabId: number, now: number): Promise<PageSeen | undefined>;
  /** Those that the browser lists, and those of `names` that it tells only when asked. Nothing without permission. */
  cookies(
    tab: GuardedTab,
    names: readonly string[],
  ): Promise<{ listed: BrowserCookie[]; hidden: BrowserCookie[] } | undefined>;
  /** Headers that may tell an end, while this page is open. */
  onHeader(patterns: readonly string[], hear: (header: HeaderSeen) => void): void;
  /** `permissions.request`: first in a click, before anything is awaited. */
  request(wanted: { origins?: string[]; permissions?: string[] }): Promise<boolean>;
  storeWish(wish: Wish): Promise<void>;
  dropWish(): Promise<void>;
  send: SendCommand;
  open(url: string): void;
  openSettings(): void;
  close(): void;
}
