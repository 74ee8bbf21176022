import { parse } from '../../shared/answer.ts';
import type { Outcome } from '../../shared/outcome.ts';
import { problem } from '../../shared/problem.ts';
import { answerWatch, beginWatch } from '../guarding/watching.ts';
import { makeProfile, withAnswer } from '../guarding/make-profile.ts';
import type { WrittenSite } from '../guarding/written.ts';
import type { Command, CommandAnswer } from '../messages.ts';
import { accessFor, isPageOf } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { readProfiles } from '../profile/read-profile.ts';
import { forbids } from '../policy/forbids.ts';
import { freeOf, lockedBy } from '../policy/in-force.ts';
import { viewOf } from '../session/view.ts';
import { defaultPreferences, siteKey, type Preferences, type SiteState, type Wish } from '../stored.ts';
import type { House } from './house.ts';
import type { Session } from './sessions.ts';

const done: CommandAnswer = { ok: true };
const decided: CommandAnswer = { ok: false, problem: problem('decided') };
const refused = (...named: Parameters<typeof problem>): CommandAnswer => ({
  ok: false,
  problem: problem(...named),
});
const from = ({ ok, problem: why }: Outcome): CommandAnswer =>
  ok || !why ? done : { ok: false, problem: why };

/** What a wish is worth: later the person has forgotten it. */
const wishLasts = 10 * 60_000;

/** Does what the person asked for in a page of ours; one after the other where they change what is guarded. */
export function createCommands(house: House) {
  const { edges, store } = house;
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn(run: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
    const answer = turn.then(run);
    turn = answer.catch(() => undefined);
    return answer;
  }

  const written = (): WrittenSite[] =>
    (store.stored.profiles as { sites?: WrittenSite[] } | undefined)?.sites ?? [];

  /** All or nothing. Sites that are new begin as `fresh` says; those that are gone leave nothing behind. */
  async function save(sites: WrittenSite[], fresh: Partial<SiteState> = {}): Promise<CommandAnswer> {
    const { problems } = readProfiles({ version: 1, sites });
    if (problems) return { ok: false, problem: problems[0]! };
    const before = store.own().map(({ id }) => id);
    store.putProfiles({ version: 1, sites });
    const after = store.own();
    begin(
      after.filter(({ id }) => !before.includes(id) || !store.stored[siteKey(id)]),
      fresh,
    );
    for (const id of before)
      if (!after.some((site) => site.id === id) && !store.site(id)) store.remove(siteKey(id));
    await settle();
    return done;
  }

  function begin(sites: readonly SiteProfile[], fresh: Partial<SiteState> = {}) {
    for (const { id, expiry } of sites) {
      const guardedAt = edges.clock.wall();
      const watch = expiry.length ? {} : { watch: beginWatch(guardedAt) };
      store.putState(id, { guardedAt, endings: [], ...watch, ...fresh });
    }
  }

  /** Sites of the organisation begin like others, and go like others. */
  async function policyChanged(): Promise<CommandAnswer> {
    const before = store.policy();
    const { language } = store.preferences();
    if (!(await store.learnPolicy())) return done;
    begin(store.policy().sites.filter(({ id }) => !store.stored[siteKey(id)]));
    for (const { id } of before.sites) {
      if (store.site(id)) continue;
      await leave(id);
      store.remove(siteKey(id));
    }
    if (store.preferences().language !== language) void house.words.showMenu();
    await settle();
    await house.keepingFresh.begin();
    return done;
  }

  async function settle() {
    house.sessions.reconcile();
    await house.scripts.reconcile();
    house.showing.all();
    await store.flush();
  }

  async function finishWish(): Promise<CommandAnswer> {
    const { wish } = (await edges.storage.local.get()) as { wish?: Wish };
    if (!wish || edges.clock.wall() - wish.at > wishLasts) return refused('no-wish', 'a site to guard');
    await house.showing.learnAccess();
    const match = `${wish.origin}/*`;
    if (!house.showing.access().granted(accessFor(match) ?? match))
      return refused('no-access', 'access to the site', wish.origin);
    await edges.storage.local.remove(['wish']);
    if (store.sites().some((site) => isPageOf(site, `${wish.origin}/`))) {
      await settle();
      return done;
    }
    if (lockedBy(store.policy(), 'sites')) return decided;
    const taken = [...store.sites(), ...store.own()].map(({ id }) => id);
    const { site, problem: why } = makeProfile(wish, { how: 'watch' }, { taken });
    if (!site) return { ok: false, problem: why! };
    const { prompt } = store.preferences().newSites;
    return save([...written(), prompt === 'badge' ? { ...site, prompt } : site]);
  }

  function changeSite(id: string, change: (site: WrittenSite) => WrittenSite): Promise<CommandAnswer> {
    return save(written().map((site) => (site.id === id ? change(site) : site)));
  }

  async function changeState(id: string, change: (state: SiteState) => SiteState): Promise<CommandAnswer> {
    store.putState(id, change(store.state(id)));
    await settle();
    return done;
  }

  /** Whatever of ours is in pages of the site goes. */
  async function leave(id: string) {
    for (const session of house.sessions.ofSite(id)) {
      for (const { tabId } of house.agents.of(session.key)) {
        await house.agents.send(tabId, { order: 'stop' });
        edges.badge(tabId, '', '');
        house.agents.drop(tabId);
      }
    }
  }

  async function unguard(id: string): Promise<CommandAnswer> {
    const { match = [], hosts = [] } = store.site(id) ?? {};
    await leave(id);
    const answer = await save(written().filter((site) => site.id !== id));
    const needed = store.sites().flatMap((site) => [...site.match, ...site.hosts].map(accessFor));
    const free = [...match, ...hosts].flatMap((pattern) => accessFor(pattern) ?? []);
    await edges.dropAccess(free.filter((pattern) => !needed.includes(pattern)));
    return answer;
  }

  async function signIn(session: Session, askedIn?: number): Promise<CommandAnswer> {
    const { key, site } = session;
    const access = house.showing.access();
    const { signIn } = viewOf(key, site, store.state(site.id), session.record(), access, edges.clock.wall());
    if (!signIn) return refused('no-sign-in', 'signIn in the profile');
    const [here] = house.agents.of(key).filter(({ seen }) => seen);
    if (signIn.target === 'same' && here) await edges.tabs.go(here.tabId, signIn.href);
    else await edges.tabs.open(signIn.href, session.record().store, askedIn);
    return done;
  }

  function withSession(
    key: string,
    run: (session: Session) => Promise<CommandAnswer>,
  ): Promise<CommandAnswer> {
    const session = house.sessions.get(key);
    return session ? run(session) : Promise.resolve(refused('no-session', 'a guarded session', key));
  }

  async function run(command: Command, askedIn?: number): Promise<CommandAnswer> {
    if (forbids(store.policy(), command, store.stored.preferences)) return decided;
    switch (command.do) {
      case 'look':
        return withSession(command.key, async (session) => {
          await house.cookies.check(session);
          return session.guard.status().canLook ? from(await session.guard.look()) : done;
        });
      case 'renew':
        return withSession(command.key, async ({ guard }) => from(await guard.renew('click')));
      case 'sign-in':
        return withSession(command.key, (session) => signIn(session, askedIn));
      case 'open-tab':
        return withSession(command.key, async (session) => {
          const [agent] = house.agents.of(session.key);
          if (agent) await edges.tabs.show(agent.tabId);
          else await edges.tabs.open(session.record().page, session.record().store);
          return done;
        });
      case 'keep-fresh':
        return inTurn(async () => {
          if (!store.site(command.site)?.keepFresh)
            return refused('cannot-keep-fresh', 'keepFresh in the profile');
          if (command.on) house.keepingFresh.switchOn(command.site, command.untilTabCloses);
          else house.keepingFresh.off(command.site);
          house.showing.all();
          await store.flush();
          return done;
        });
      case 'pause':
        return inTurn(() =>
          changeState(command.site, (state) =>
            // What was imported goes on only when it was confirmed.
            state.paused === 'unconfirmed' ? state : { ...state, paused: command.on ? 'person' : undefined },
          ),
        );
      case 'confirm':
        return inTurn(() => changeState(command.site, (state) => ({ ...state, paused: undefined })));
      case 'unguard':
        return inTurn(() => unguard(command.site));
      case 'guard':
        return inTurn(finishWish);
      case 'save-profiles':
        return inTurn(async () => {
          const { problems } = readProfiles(command.text);
          if (problems) return { ok: false, problem: problems[0]! };
          return save((parse(command.text) as { sites: WrittenSite[] }).sites);
        });
      case 'add-profiles':
        return inTurn(async () => {
          const { problems } = readProfiles(command.text);
          if (problems) return { ok: false, problem: problems[0]! };
          const { sites } = parse(command.text) as { sites: WrittenSite[] };
          return save([...written(), ...sites], command.confirmed ? {} : { paused: 'unconfirmed' });
        });
      case 'set-expiry': {
        const { site, expiry, signs = [], look, keepFresh, hosts = [] } = command;
        // Checked whole when it is saved.
        const answer = { expiry, signs, look, keepFresh, hosts } as Parameters<typeof withAnswer>[1];
        return inTurn(() => changeSite(site, (written) => withAnswer(written, answer)));
      }
      case 'signed-in':
        return inTurn(async () => {
          for (const session of house.sessions.ofSite(command.site)) {
            house.sessions.signedIn(session);
            void house.cookies.check(session);
          }
          return changeState(command.site, (state) => ({ ...state, saidAt: edges.clock.wall() }));
        });
      case 'was-signed-out':
        return inTurn(async () => {
          const now = edges.clock.wall();
          if (command.yes)
            for (const session of house.sessions.ofSite(command.site)) session.end('unknown', 'person');
          if (lockedBy(store.policy(), 'watching')) return done;
          return changeState(command.site, (state) => ({
            ...state,
            watch: answerWatch(state.watch ?? beginWatch(now), command.yes, now),
          }));
        });
      case 'decline':
        return inTurn(() =>
          changeState(command.site, (state) => ({
            ...state,
            declined: [...(state.declined ?? []), command.proposal].slice(-50),
          })),
        );
      case 'set-preferences':
        return inTurn(async () => {
          const { language } = store.stored.preferences ?? {};
          const free = freeOf(command.preferences, store.policy());
          const next = preferences(store.stored.preferences, free);
          store.put('preferences', next);
          if (next.language !== language) void house.words.showMenu();
          await store.flush();
          return done;
        });
      case 'forget-set-aside':
        return inTurn(async () => {
          const kept = (store.stored['set-aside'] ?? []).filter(
            ({ at, key }) => at !== command.at || key !== command.key,
          );
          store.put('set-aside', kept);
          await store.flush();
          return done;
        });
    }
  }

  return {
    /** `askedIn`: the tab whose prompt was used. */
    run: (command: Command, askedIn?: number): Promise<CommandAnswer> =>
      run(command, askedIn).catch((): CommandAnswer => refused('failed', 'a browser that does it')),
    policyChanged: () => inTurn(policyChanged),
    /** Access came or went: a wish may be done now, and scripts follow. */
    accessChanged: () =>
      inTurn(async () => {
        await house.showing.learnAccess();
        const answer = await finishWish();
        if (!answer.ok) await settle();
        return answer;
      }),
  };
}

export type Commands = ReturnType<typeof createCommands>;

/** Only members that are known, of the type they have. */
function preferences(
  before: Partial<Preferences> = {},
  given: Record<string, unknown>,
): Partial<Preferences> {
  const next: Record<string, unknown> = { ...before };
  for (const [name, standard] of Object.entries(defaultPreferences))
    if (typeof given[name] === typeof standard) next[name] = given[name];
  return next as Partial<Preferences>;
}
