import type { Command, CommandAnswer } from '../../extension/messages.ts';
import type { SessionRecord, SiteState } from '../../extension/stored.ts';
import type { Site } from '../site.ts';
import type { ExtensionBrowser } from './extension.ts';
import { until, type Tab } from './view.ts';

/** The profile of `e2e/site.ts`: looks tell the end, renewals move it. */
export const siteProfile = (site: Site, part: object = {}): object => ({
  id: 'site',
  name: 'Work',
  match: [`${site.origin}/*`],
  expiry: [{ from: 'look' }],
  look: { url: '/api/session' },
  signs: [{ url: '/api/*', except: ['/api/session*'], status: 401, means: 'ended' }],
  signIn: { url: '/signin' },
  keepFresh: { by: 'request', url: '/api/session/renew' },
  ...part,
});

/** Asks the background for something, as a page of the extension does. */
export function command(extension: ExtensionBrowser, asked: Command): Promise<CommandAnswer> {
  return extension.lever.evaluate(
    (asked) => (globalThis as { chrome?: any }).chrome.runtime.sendMessage(asked), // eslint-disable-line @typescript-eslint/no-explicit-any
    asked,
  );
}

/** Access is given, and the profile is there. */
export async function guard(
  extension: ExtensionBrowser,
  profile: object,
  permissions: string[] = [],
): Promise<void> {
  const { match, hosts = [] } = profile as { match: string[]; hosts?: string[] };
  const origins = [...match, ...hosts].map((pattern) =>
    pattern.replace(/^(\w+:\/\/[^/:]+)(:\d+)?\/.*$/, '$1/*'),
  );
  await extension.grant({ origins, permissions });
  const { id } = profile as { id: string };
  const { profiles } = (await extension.storage()) as { profiles?: { sites: { id: string }[] } };
  // By another try of the same story.
  if (profiles?.sites.some((site) => site.id === id)) await command(extension, { do: 'unguard', site: id });
  const text = JSON.stringify({ version: 1, sites: [profile] });
  const answer = await command(extension, { do: 'add-profiles', text, confirmed: true });
  if (!answer.ok) throw new Error(`The profile was refused: ${JSON.stringify(answer.problem)}`);
}

/** Signs in by the site's own form, in that tab. */
export async function signIn(tab: Tab, site: Site, page: string, subject?: string): Promise<void> {
  await tab.goto(`${site.origin}/signin?return_to=${encodeURIComponent(page)}`);
  if (subject)
    await tab.evaluate(
      (name) => void (document.querySelector<HTMLInputElement>('[name=subject]')!.value = name),
      subject,
    );
  await tab.evaluate(() => document.querySelector('form')!.requestSubmit());
  await until(
    'the page',
    () => tab.url(),
    (url) => !url.includes('/signin'),
  );
}

export async function recordOf(extension: ExtensionBrowser): Promise<SessionRecord | undefined> {
  const [, record] =
    Object.entries(await extension.storage()).find(([name]) => name.startsWith('session:')) ?? [];
  return record as SessionRecord | undefined;
}

export const stateOf = async (extension: ExtensionBrowser, id = 'site'): Promise<SiteState | undefined> =>
  (await extension.storage())[`site:${id}`] as SiteState | undefined;
