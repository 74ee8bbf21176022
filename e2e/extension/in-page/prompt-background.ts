import type { Browser } from 'webextension-polyfill';
import type { FromAgent, FromPrompt, ToAgent } from '../../../extension/messages.ts';

declare const browser: Browser;

/** What the stand-in for the background has heard, and what it knows. */
export interface StandIn {
  heard: (FromAgent | FromPrompt)[];
  tabId: number;
  token: string;
  key: string;
}

type World = { standIn?: StandIn };

/** On a page of the extension: does for one prompt in one tab what the background does. */
export function standIn(given: { tabId: number; token: string; key: string }): void {
  const world = window as World;
  const isThere = world.standIn !== undefined;
  world.standIn = { heard: [], ...given };
  if (isThere) return;
  browser.runtime.onMessage.addListener((message: unknown) => {
    const it = world.standIn!;
    const said = message as FromAgent | FromPrompt;
    const isOurs = 'prompt' in said || said.say === 'prompt' || said.say === 'visible';
    if (!isOurs) return undefined;
    it.heard.push(said);
    if ('prompt' in said) {
      if (said.token !== it.token) return undefined;
      if (said.prompt === 'hello') return Promise.resolve({ key: it.key });
      if (said.prompt === 'size') {
        const { place, width, height, face } = said;
        void browser.tabs
          .sendMessage(it.tabId, { order: 'size', place, width, height, face })
          .catch(() => {});
      }
    } else if (said.say === 'visible')
      // A frame inside a page hears what is sent to its tab; in Firefox nothing else.
      void browser.tabs
        .sendMessage(it.tabId, { order: 'armed', token: it.token, armed: said.visible })
        .catch(() => {});
    return undefined;
  });
}

export const heard = (): StandIn['heard'] => (window as World).standIn!.heard;

export async function inject(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['prompt-host.js'] });
}

export const order = (tabId: number, said: ToAgent): Promise<unknown> =>
  browser.tabs.sendMessage(tabId, said).catch((error: unknown) => String(error));

export const promptAddress = (path: string, token: string): string =>
  `${browser.runtime.getURL(path)}#${token}`;

/** In the prompt's frame. */
export const readPrompt = (): string => {
  const root = document.body.firstElementChild?.shadowRoot;
  return root?.querySelector<HTMLElement>('dialog[open], section')?.innerText ?? '';
};
