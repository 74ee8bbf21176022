import { expect } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { accessOf, type Granted } from '../../../extension/pages/access.ts';
import { accessFor } from '../../../extension/profile/match.ts';
import { viewsOf, type SessionView } from '../../../extension/session/view.ts';
import type { SessionRecord, Stored } from '../../../extension/stored.ts';
import type { ExtensionBrowser } from '../extension.ts';
import { command } from '../guarded.ts';
import { traits } from '../traits/index.ts';
import { openTraits, type TraitsServer } from '../traits/server.ts';
import type { Deed, Expectation, Trait } from '../traits/trait.ts';
import { until, type Tab } from '../view.ts';

declare const browser: Browser;

/** Ends are whole seconds in most of what sites say. */
const tolerance = 1500;

/** A trait's site at a host of its own, with a session of its own, open in a tab. */
export interface Shown {
  name: string;
  trait: Trait;
  server: TraitsServer;
  tab: Tab;
  /** The end of the session when it was last alive. */
  end: number;
}

/** Cookies know hosts and no ports: each site has a name of its own. */
const hosted = (name: string, text: string): string =>
  text.replaceAll('//127.0.0.1', `//${name}.own.localhost`);

const isAtHome = ({ host, alsoAt }: Trait): boolean => host !== undefined || alsoAt !== undefined;

export function addressOf({ name, trait, server }: Place): string {
  const url = server.urlOf(name);
  return isAtHome(trait) ? url : hosted(name, url);
}

type OnEnd = (clean: () => Promise<void>) => void;
type Place = Omit<Shown, 'tab' | 'end'>;

export const placesOf = (names: readonly string[], onEnd: OnEnd): Promise<Place[]> =>
  Promise.all(
    names.map(async (name) => {
      const server = await openTraits();
      onEnd(() => server.close());
      return { name, trait: traits[name]!, server };
    }),
  );

/** Their profiles, as people write them. */
export function sitesOf(places: readonly Place[]): { match: string[]; hosts?: string[] }[] {
  return places.flatMap(({ name, trait, server }) => {
    const text = JSON.stringify(server.profileOf(name).sites);
    return JSON.parse(isAtHome(trait) ? text : hosted(name, text)) as { match: string[] }[];
  });
}

/** Access is given at run time, the profiles are added, and the pages are opened, each in a tab of its own. */
export async function show(
  extension: ExtensionBrowser,
  names: readonly string[],
  onEnd: OnEnd,
): Promise<Shown[]> {
  const places = await placesOf(names, onEnd);
  await guardAll(extension, sitesOf(places));
  const shown: Shown[] = [];
  for (const place of places) {
    place.server.session.revive();
    const tab = await extension.newTab(addressOf(place));
    shown.push({ ...place, tab, end: place.server.session.expiresAt });
  }
  return shown;
}

export async function guardAll(
  extension: ExtensionBrowser,
  sites: readonly { match: string[]; hosts?: string[] }[],
): Promise<void> {
  const origins = sites.flatMap(({ match, hosts = [] }) => [...match, ...hosts].map(accessFor));
  await extension.grant({ origins: [...new Set(origins)] as string[], permissions: ['cookies'] });
  const text = JSON.stringify({ version: 1, sites });
  expect(await command(extension, { do: 'add-profiles', text, confirmed: true })).toEqual({ ok: true });
}

/** All that is stored, and what was granted; as JSON: on its way, WebDriver makes `undefined` to `null`. */
async function readAll(extension: ExtensionBrowser): Promise<[stored: Stored, granted: Granted]> {
  const text = await extension.lever.evaluate(async () =>
    JSON.stringify([await browser.storage.local.get(), await browser.permissions.getAll()]),
  );
  return JSON.parse(text) as [Stored, Granted];
}

/** What the pages of the extension show now, by site. */
export async function viewsIn(extension: ExtensionBrowser): Promise<SessionView[]> {
  const [stored, granted] = await readAll(extension);
  return viewsOf(stored, accessOf(granted), Date.now());
}

export const viewIn = async (extension: ExtensionBrowser, site: string): Promise<SessionView | undefined> =>
  (await viewsIn(extension)).find((view) => view.site === site);

/** What is stored of sessions, by their keys. */
export async function recordsIn(extension: ExtensionBrowser): Promise<Record<string, SessionRecord>> {
  const [stored] = await readAll(extension);
  const all = Object.entries(stored).filter(([name]) => name.startsWith('session:'));
  return Object.fromEntries(all.map(([name, record]) => [name.slice('session:'.length), record])) as never;
}

/** What differs from what is expected; nothing where all is as it should be. */
export function amiss(view: SessionView | undefined, expected: Expectation, end: number): string | undefined {
  if (!view) return 'no view';
  const { phase, endsAt, ending, source } = view;
  const told = JSON.stringify({ phase, endsAt: endsAt && endsAt - end, reason: ending?.reason, source });
  const isAsSaid =
    phase === expected.phase &&
    (expected.endsWithin === undefined
      ? endsAt === undefined
      : endsAt !== undefined &&
        endsAt - end <= tolerance &&
        end - endsAt <= Math.max(tolerance, expected.early ?? 0)) &&
    (expected.ended === undefined || ending?.reason === expected.ended);
  return isAsSaid ? undefined : `expected ${JSON.stringify(expected)}, got ${told}`;
}

/** All of them become as expected in time, and stay so for those that should not change. */
export async function expectAll(
  extension: ExtensionBrowser,
  wanted: readonly { shown: Shown; expected: Expectation }[],
  within = 15_000,
): Promise<void> {
  let left: Record<string, string> = {};
  await until(
    'what the extension knows',
    async () => {
      const views = await viewsIn(extension);
      left = {};
      for (const { shown, expected } of wanted) {
        const { session } = shown.server;
        if (session.alive) shown.end = session.expiresAt;
        const view = views.find(({ site }) => site === shown.name);
        const why = amiss(view, expected, shown.end);
        if (why) left[shown.name] = why;
      }
      return left;
    },
    (left) => Object.keys(left).length === 0,
    within,
  ).catch(() => undefined);
  expect.soft(left).toEqual({});
}

/** Does what a step of the table says, as a person would. */
export async function perform(
  extension: ExtensionBrowser,
  { name, trait, server, tab }: Shown,
  deed: Deed,
): Promise<void> {
  const { session } = server;
  if (deed === 'end') return session.end();
  if (deed === 'revive') return session.revive();
  await tab.bringToFront();
  if (deed === 'check') {
    const view = await viewIn(extension, name);
    await command(extension, { do: 'look', key: view!.key });
    return;
  }
  const address = addressOf({ name, trait, server });
  if (deed === 'load') await tab.goto(address);
  else if (deed === 'sign-in') {
    await tab.goto(new URL('login', address).href);
    await tab.click('form#sign-in button');
    await until(
      'the page',
      () => tab.url(),
      (url) => url === address,
    );
  } else if (deed.startsWith('type ')) await tab.type(deed.slice(5), 'a');
  else await tab.click(deed);
}

/** The page as it is opened, then each step of its table. */
export async function proveAll(
  extension: ExtensionBrowser,
  names: readonly string[],
  onEnd: OnEnd,
): Promise<Shown[]> {
  const all = await show(extension, names, onEnd);
  await expectAll(extension, all.map(asOpened));
  for (const shown of all) await proveSteps(extension, shown);
  return all;
}

export const asOpened = (shown: Shown) => ({ shown, expected: shown.trait.expects });

async function proveSteps(extension: ExtensionBrowser, shown: Shown): Promise<void> {
  for (const { does, expects } of shown.trait.then ?? []) {
    for (const deed of does) await perform(extension, shown, deed);
    await expectAll(extension, [{ shown, expected: expects }]);
  }
}

/** The steps again, with a worker that is dead before each: only what they do can wake it. */
export async function proveDead(extension: ExtensionBrowser, shown: Shown): Promise<void> {
  for (const deed of ['revive', 'load'] as const) await perform(extension, shown, deed);
  await expectAll(extension, [asOpened(shown)]);
  for (const { does, expects } of shown.trait.then ?? []) {
    await extension.killWorker();
    for (const deed of does) await perform(extension, shown, deed);
    await expectAll(extension, [{ shown, expected: expects }]);
  }
}

/** The session gets another end while the worker is dead; what the page does then must be enough to tell it. */
export async function proveMoved(
  extension: ExtensionBrowser,
  shown: Shown,
  act: () => Promise<unknown>,
): Promise<void> {
  shown.server.session.expireIn(300_000);
  await shown.tab.bringToFront();
  await extension.killWorker();
  await act();
  await expectAll(extension, [{ shown, expected: { phase: 'active', endsWithin: 300_000 } }], 8000);
}

export const namesOf = (begin: RegExp): string[] => Object.keys(traits).filter((name) => begin.test(name));

export const called = (all: readonly Shown[], name: string): Shown => all.find((each) => each.name === name)!;
