import { expect } from 'vitest';
import { sessionKey, siteKey, type SessionRecord, type SiteState } from '../../extension/stored.ts';
import { browserName } from '../story.ts';
import { pass } from '../tab.ts';
import type { Site } from '../site.ts';
import type { ExtensionBrowser } from './extension.ts';
import { until, type Prompt, type Tab, type View } from './view.ts';

/** The key of a site's session in the default cookie store. */
export const keyOf = (id: string): string => `${id}|${browserName === 'firefox' ? 'firefox-default' : '0'}`;

export const recordAt = async (extension: ExtensionBrowser, id: string): Promise<SessionRecord | undefined> =>
  (await extension.storage())[sessionKey(keyOf(id))] as SessionRecord | undefined;

export const stateAt = async (extension: ExtensionBrowser, id: string): Promise<SiteState | undefined> =>
  (await extension.storage())[siteKey(id)] as SiteState | undefined;

export const untilKnown = (extension: ExtensionBrowser, id: string): Promise<SessionRecord | undefined> =>
  until(
    'a known end',
    () => recordAt(extension, id),
    (record) => record?.facts.stated !== undefined,
  );

export const isWarning = (text: string): boolean => /is about to end|Stay signed in/.test(text);
export const isOver = (text: string): boolean => /has ended/.test(text);

/** What the prompt says fits; `within`: of now, ms. */
export const untilSays = (
  what: string,
  prompt: Prompt,
  fits: (text: string) => boolean,
  within = 15_000,
): Promise<string> => until(what, () => prompt.text(), fits, within);

export const untilGone = (prompt: Prompt, within = 15_000): Promise<boolean> =>
  until('the prompt gone', async () => !(await prompt.exists()), Boolean, within);

/** Its buttons take clicks once they could be seen for half a second. On a busy machine that may be later. */
export async function press(
  prompt: Prompt,
  named: string,
  isDone: () => boolean | Promise<boolean>,
): Promise<void> {
  await pass(1200);
  await prompt.click({ named });
  const done = () => until(`what "${named}" does`, async () => isDone(), Boolean, 5000);
  await done().catch(async () => {
    await prompt.click({ named });
    await done();
  });
}

/** Rounded up to whole seconds: "Less than 23 seconds", behind the site's name. */
export async function expectCountdown(view: View, name: string, endsAt: () => number): Promise<void> {
  const saysSeconds = new RegExp(`${name}[^]*?Less than\\s+(\\d+)\\s+second`);
  await until(
    'a countdown',
    () => view.text(),
    (text) => saysSeconds.test(text),
  );
  const before = Date.now();
  const [, told] = saysSeconds.exec(await view.text())!;
  const after = Date.now();
  expect(Number(told), 'seconds left').toBeGreaterThanOrEqual((endsAt() - after) / 1000 - 1);
  expect(Number(told), 'seconds left').toBeLessThanOrEqual((endsAt() - before) / 1000 + 2);
}

/** What was asked of the site since, beside looks and sign-in pages: law 1 wants nothing. */
export const deedsSince = (site: Site, since: number): string[] =>
  site.asked
    .filter(({ at }) => at >= since)
    .map(({ method, path }) => `${method} ${path}`)
    .filter((asked) => !/^GET \/(api\/session|signin|favicon.ico)$/.test(asked));

/** Half a sentence, a place in the page, and a mark that a reload would take away. */
export async function work(tab: Tab): Promise<void> {
  await tab.type('#notes', 'Half a sentence');
  await tab.evaluate(() => {
    document.body.append(Object.assign(document.createElement('p'), { style: 'height: 3000px' }));
    scrollTo(0, 40);
    Object.assign(window, { mark: true });
  });
}

export const workIn = (tab: Tab) =>
  tab.evaluate(() => ({
    notes: document.querySelector<HTMLTextAreaElement>('#notes')?.value,
    at: scrollY,
    isSame: 'mark' in window,
  }));

export const untouched = { notes: 'Half a sentence', at: 40, isSame: true };

export const focusIn = (tab: Tab) => tab.evaluate(() => document.activeElement?.id);

/** The sign-in that the extension opened, used as people do. */
export async function signInAt(extension: ExtensionBrowser, site: Site): Promise<Tab> {
  const tab = await extension.tabAt((url) => url.startsWith(`${site.origin}/signin`));
  await until('the form', () => tab.has('#enter'));
  await tab.click('#enter');
  await until('signed in', async () => !(await tab.has('#enter')));
  return tab;
}
