import { accessFor, isPageOf, readPattern } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { ToAgent } from '../messages.ts';
import type { House } from './house.ts';

const agent = { id: 'agent', file: 'agent.js', world: 'ISOLATED' } as const;
const reader = { id: 'reader', file: 'reader.js', world: 'ISOLATED' } as const;
const host = { id: 'prompt-host', file: 'prompt-host.js', world: 'ISOLATED' } as const;
const observer = { id: 'observer', file: 'observer.js', world: 'MAIN' } as const;

/** Passing replies are read in the page itself, only where a profile asks for what is in them. */
const needsObserver = ({ expiry, signs }: Pick<SiteProfile, 'expiry' | 'signs'>): boolean =>
  expiry.some(({ from }) => from === 'response') || signs.some(({ at }) => at !== undefined);

/** Values that only a script in the page can read. */
const needsReader = (site: Pick<SiteProfile, 'expiry' | 'signs'>): boolean =>
  site.expiry.some(({ from }) => from === 'storage') || needsObserver(site);

/** As `registerContentScripts` should have it. */
function withoutPort(pattern: string): string {
  const { scheme, host, path } = readPattern(pattern)!;
  return `${scheme}://${host}${path}`;
}

/** Which scripts run in which pages: one registration with the union of all matches, none where nothing is guarded. */
export function createScripts(house: House) {
  const { edges, store } = house;
  // Where it is not so, other ports of the host get an agent too, which is told to go silent.
  const { takesPorts } = edges.scripts;

  const guarded = () =>
    store
      .sites()
      .filter(
        (site) =>
          !store.state(site.id).paused &&
          site.match.every((pattern) => house.showing.access().granted(accessFor(pattern) ?? pattern)),
      );

  async function register(
    script: typeof agent | typeof reader | typeof observer,
    sites: readonly SiteProfile[],
  ) {
    const patterns = sites.flatMap(({ match }) => (takesPorts ? match : match.map(withoutPort)));
    const matches = [...new Set(patterns)].sort();
    const known = (await edges.scripts.registered()).find(({ id }) => id === script.id);
    if (known && JSON.stringify([...known.matches].sort()) === JSON.stringify(matches)) return;
    if (known) await edges.scripts.unregister(script.id);
    if (matches.length) await edges.scripts.register({ ...script, matches });
  }

  /** Tabs that were open before: at guarding, at a grant, after an update. */
  async function injectOpen(sites: readonly SiteProfile[], anew: boolean) {
    const patterns = [...new Set(sites.flatMap(({ match }) => match.map((each) => accessFor(each) ?? each)))];
    if (!patterns.length) return;
    for (const { id, url } of await edges.tabs.at(patterns)) {
      // A page that takes no scripts (an error page, a viewer) is not guarded.
      const site = sites.find((each) => isPageOf(each, url));
      if (!site || (!anew && house.agents.get(id))) continue;
      const scripts = [
        // It sweeps away what its own earlier version has left up.
        ...(anew ? [host] : []),
        ...(needsReader(site) ? [reader] : []),
        ...(needsObserver(site) ? [observer] : []),
        // Its hello brings the others their orders.
        agent,
      ];
      for (const { file, world } of scripts) await edges.scripts.inject(id, file, world).catch(() => {});
    }
  }

  let turn = Promise.resolve();
  async function bring(anew: boolean) {
    const sites = guarded();
    await register(agent, sites);
    // Before the observer, which meets it unseen by the page.
    await register(reader, sites.filter(needsReader));
    await register(observer, sites.filter(needsObserver));
    await injectOpen(sites, anew);
  }

  return {
    /** @param anew Agents of an earlier version are there, and deaf. */
    reconcile(anew = false): Promise<void> {
      // One after the other: a script that is registered twice is an error.
      return (turn = turn.then(() => bring(anew)).catch(() => undefined));
    },
    isObserved: needsObserver,
    /** What the observer is to read of passing replies. */
    observation({ match, hosts, expiry, signs }: SiteProfile): Extract<ToAgent, { order: 'observe' }> {
      return {
        order: 'observe',
        match,
        hosts,
        sources: expiry.flatMap((source, place) =>
          source.from === 'response' ? [{ ...source, place }] : [],
        ),
        signs: signs.flatMap((sign, place) =>
          // Also those that need no body: of two, the first that holds decides.
          sign.url !== undefined && sign.redirect === undefined ? [{ ...sign, url: sign.url, place }] : [],
        ),
      };
    },
    /** The site of a page: the first profile that matches. */
    siteOf: (url: string) => guarded().find((site) => isPageOf(site, url)),
  };
}

export type Scripts = ReturnType<typeof createScripts>;
