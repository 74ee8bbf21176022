import type { GuardElement } from '../element.ts';
import { see, until, untilShown } from '../prompt.ts';
import type { Attributes } from '../site-pages.ts';
import type { Tab } from '../tab.ts';

/** Warned about at once, for minutes. */
export const warned: Attributes = {
  'expires-in': '590',
  'warn-before': '10m',
  'renew-url': '/api/session/renew',
  'sign-in-url': '/signin',
};

/** The page's own script sets an attribute: a duration counts from now. */
export const set = (tab: Tab, name: string, value: string): Promise<void> =>
  tab.page.evaluate(
    (attribute, given) => document.querySelector('session-guard')!.setAttribute(attribute, given),
    name,
    value,
  );

export const look = (tab: Tab): Promise<unknown> =>
  tab.page.evaluate(() => document.querySelector<GuardElement>('session-guard')!.look());

/** The page tells the guard that the session is over. */
export const endBy = (tab: Tab, reason: string): Promise<void> =>
  tab.page.evaluate((why) => document.querySelector<GuardElement>('session-guard')!.end(why), reason);

export const untilBanner = (tab: Tab, words = /./) =>
  untilShown(
    tab,
    `a banner: ${words}`,
    ({ dialog, banner, heading }) => !dialog && banner && words.test(heading),
  );

export const untilText = (tab: Tab, text: RegExp) =>
  until(
    tab,
    `the words ${text}`,
    () => see(tab),
    (seen) => text.test(seen.text),
  );
