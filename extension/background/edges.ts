import type { ToAgent, ToPrompt } from '../messages.ts';
import type { Granted } from '../pages/access.ts';
import type { Cookie } from '../profile/sources.ts';

/** A cookie as the browser shows it to extensions. */
export interface BrowserCookie extends Cookie {
  domain: string;
  storeId: string;
}

/** The part of a browser that the background works with: plain functions, so that tests can stand in for it. */
export interface Edges {
  clock: { wall(): number; mono(): number };
  timer: { set(ms: number, run: () => void): unknown; clear(timer: unknown): void };
  random(): number;
  /** Lets what waits go first. */
  pause(): Promise<void>;
  /** `local` stays; `session` is gone with the browser. */
  storage: Record<
    'local' | 'session',
    {
      get(): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      remove(keys: string[]): Promise<void>;
    }
  >;
  /** What the organisation of the person decided; `undefined` where nobody did. Never rejects. */
  managed(): Promise<unknown>;
  alarms: {
    all(): Promise<{ name: string; scheduledTime: number }[]>;
    create(name: string, info: { when?: number; periodInMinutes?: number }): void;
    clear(name: string): void;
  };
  tabs: {
    /** Rejects where nobody listens there. */
    send(tabId: number, message: ToAgent): Promise<unknown>;
    reload(tabId: number): Promise<void>;
    /** Tabs at addresses that the extension may see. */
    at(patterns: string[]): Promise<{ id: number; url: string }[]>;
    get(tabId: number): Promise<BrowserTab | undefined>;
    /** `beside`: next to that tab, in its window; absent: in the window in front. */
    open(url: string, cookieStoreId?: string, beside?: number): Promise<void>;
    go(tabId: number, url: string): Promise<void>;
    show(tabId: number): Promise<void>;
  };
  scripts: {
    /** Whether a registered script runs where its pattern names a port. */
    takesPorts: boolean;
    inject(tabId: number, file: string, world?: 'ISOLATED' | 'MAIN'): Promise<void>;
    registered(): Promise<{ id: string; matches: string[] }[]>;
    register(script: {
      id: string;
      file: string;
      matches: string[];
      world: 'ISOLATED' | 'MAIN';
    }): Promise<void>;
    unregister(id: string): Promise<void>;
  };
  /** All that the extension may see of the site's cookies in one jar; `undefined` without the permission. */
  cookies(storeId: string): Promise<BrowserCookie[] | undefined>;
  access(): Promise<Granted>;
  /** Whether the screen is locked; `undefined` without the permission. */
  isLocked(): Promise<boolean | undefined>;
  dropAccess(origins: string[]): Promise<void>;
  badge(tabId: number, text: string, colour: string): void;
  notify(id: string, title: string, message: string): void;
  unnotify(id: string): void;
  /** Sends to the prompt's frame in that tab. */
  tellPrompt(tabId: number, message: ToPrompt): void;
  /** A safe GET of our own, from the default jar. */
  fetch(url: string, headers: Record<string, string>): Promise<Response>;
  /** The language of the browser. */
  language: string;
  /** Where in this package the texts of each language are. */
  localeFiles: Readonly<Record<string, string>>;
  /** A JSON file of this package. */
  read(path: string): Promise<unknown>;
  /** The lines of our menu, by id: these, and no others. */
  menu(titles: Record<string, string>): void;
  /** The address of the prompt page. */
  promptUrl(token: string): string;
  token(): string;
}

export interface BrowserTab {
  id: number;
  url?: string;
  active: boolean;
  audible?: boolean;
  capturing?: boolean;
  discarded?: boolean;
}
