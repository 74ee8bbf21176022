import type { Live } from '../pages/live.ts';
import { accessFor, isPageOf } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { Command } from '../messages.ts';
import { cookieSeen, createChanges } from './cookie-facts.ts';
import type { GuardedTab, GuardingEdges } from './edges.ts';
import { answerOf, emptyForm, type Form } from './form.ts';
import { answered, byRequest, makeFromPreset, makeProfile, type Answered } from './make-profile.ts';
import {
  modelOf,
  profileOf,
  siteInfo,
  writtenSite,
  writtenSites,
  type Model,
  type QuestionModel,
  type State,
} from './model.ts';
import { exactSessionNames } from './names.ts';
import type { Proposal } from './proposals.ts';
import type { HeaderSeen } from './seen.ts';
import type { WrittenSite } from './written.ts';

/** What the person can do here. */
export interface Gestures {
  /** With the press that begins the click: the question may close this page. */
  pressAccess(): void;
  giveAccess(): void;
  giveCookies(): void;
  giveParent(): void;
  fill(change: Partial<Form>): void;
  save(signedIn: boolean): void;
  lookAgain(): void;
  wasSignedOut(yes: boolean): void;
  accept(proposal: Proposal): void;
  decline(proposal: Proposal): void;
  openSite(): void;
  openSettings(): void;
  change(): void;
  close(): void;
}

/** The dialog without what is seen of it: it reads, it remembers what was filled in, it saves. */
export function createDialog(
  edges: GuardingEdges,
  query: State['query'],
  draw: (model: Model) => void,
): { hear(live: Live): void; gestures: Gestures } {
  let state: State = {
    query,
    tabGone: false,
    tabKnown: false,
    look: 'not-yet',
    cookies: [],
    headers: [],
    form: emptyForm,
    answered: [],
  };
  const changes = createChanges();
  let listening = false;
  let finding = false;

  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
    draw(modelOf(state));
  };
  const ready = () => (state.live?.state === 'ready' ? state.live : undefined);
  const now = () => ready()?.now ?? 0;
  const question = (): QuestionModel | undefined => {
    const model = modelOf(state);
    return model.step === 'question' ? model : undefined;
  };

  /** Finds the tab that the page is about, then looks at it as soon as that is allowed. */
  const find = async () => {
    const live = ready();
    if (!live || finding || state.tabKnown) return;
    finding = true;
    const tab = await findTab(edges, state, live.profiles).catch(() => undefined);
    finding = false;
    set({ tabKnown: true, ...(tab ? { tab } : { tabGone: query.tab !== undefined }) });
    await look();
  };

  /** Browsers tell it only with access, which may have come since. */
  const learnAddress = async () => {
    const { tab, tabGone } = state;
    if (!tab || tabGone || tab.url !== undefined) return;
    const known = await edges.tab(tab.id).catch(() => undefined);
    if (known?.url !== undefined) set({ tab: known });
  };

  const look = async () => {
    const { tab } = state;
    if (state.look !== 'not-yet' || modelOf(state).step !== 'question') return;
    if (!tab || state.tabGone) return set({ look: 'done' });
    set({ look: 'looking' });
    const page = await edges.look(tab.id, now()).catch(() => undefined);
    set({ look: page ? 'done' : 'refused', page: page ?? state.page });
    await readCookies(tab);
    listen();
  };

  const readCookies = async (tab: GuardedTab) => {
    const names = [...new Set([...(state.page?.cookies ?? []), ...exactSessionNames])];
    const found = await edges.cookies(tab, names).catch(() => undefined);
    if (!found) return;
    changes.note([...found.listed, ...found.hidden]);
    const seen = (hidden: boolean) => (cookie: (typeof found.listed)[number]) => ({
      ...cookieSeen(cookie, now(), hidden),
      ...(changes.always(cookie.name) && { changes: true }),
    });
    set({ cookies: [...found.listed.map(seen(false)), ...found.hidden.map(seen(true))] });
  };

  const listen = () => {
    const model = modelOf(state);
    if (listening || model.step !== 'question') return;
    listening = true;
    edges.onHeader([`${model.site.origin}/*`], (header: HeaderSeen) => {
      const others = state.headers.filter(({ path, name }) => path !== header.path || name !== header.name);
      set({ headers: [...others, header].slice(-20) });
    });
  };

  edges.onTab((id, gone) => {
    if (id !== state.tab?.id) return;
    if (gone) set({ tabGone: true });
    else void edges.tab(id).then((tab) => tab && lookAnew({ tab }));
  });

  const lookAnew = (change: Partial<State> = {}) => {
    set({ ...change, look: 'not-yet' });
    void look();
  };

  /** Asks, first in the click; what follows is done when the answer has come. */
  const ask = (
    what: NonNullable<State['denied']>,
    wanted: Parameters<GuardingEdges['request']>[0],
    then: () => unknown,
  ) => {
    const asked = request(edges, wanted);
    set({ busy: 'asking', denied: undefined });
    void asked.then((given) => {
      set({ busy: undefined, ...(!given && { denied: what }) });
      if (given) then();
      else if (what === 'site') void edges.dropWish().catch(() => {});
    });
  };

  const wish = () => {
    const live = ready();
    const site = live && siteInfo(state, live, profileOf(state, live));
    if (!site || site.id !== undefined) return;
    const { origin, name } = site;
    const tabId = state.tab?.id;
    void edges
      .storeWish({ at: now(), origin, name: name.slice(0, 80), ...(tabId !== undefined && { tabId }) })
      .catch(() => {});
  };

  const wanted = () => {
    const live = ready();
    const profile = live && profileOf(state, live);
    const model = modelOf(state);
    const patterns = profile?.match ?? ('site' in model ? [`${model.site.origin}/*`] : []);
    return {
      origins: [...new Set(patterns.flatMap((each) => accessFor(each) ?? []))],
      permissions: ['cookies'],
    };
  };

  const send = async (commands: readonly Command[]): Promise<boolean> => {
    for (const command of commands) {
      const answer = await edges.send(command);
      if (!answer.ok) {
        set({ busy: undefined, problem: answer.problem });
        return false;
      }
    }
    return true;
  };

  const save = async (signedIn: boolean) => {
    const model = question();
    const live = ready();
    if (!model || !live || state.busy) return;
    const planned = plan(model, live);
    if (planned === 'incomplete') return set({ incomplete: true, problem: undefined });
    if ('problem' in planned) return set({ problem: planned.problem, incomplete: false });
    const { commands, id } = planned;
    const { by, on, forbidden, decider } = model.keepFresh;
    const keepFresh = !!by && on && !forbidden && !decider;
    if (by && (keepFresh || model.form.keepFresh === false))
      commands.push({ do: 'keep-fresh', site: id, on: keepFresh });
    if (signedIn) commands.push({ do: 'signed-in', site: id });
    set({ busy: 'saving', problem: undefined, incomplete: false, denied: undefined });
    if (!(await send(commands))) return;
    set({ busy: undefined, saved: { how: model.how, signedIn, keepFresh }, query: { site: id } });
  };

  const plan = (model: QuestionModel, live: Live & { state: 'ready' }) => {
    const { how, form, site, presets } = model;
    const sites = writtenSites(live);
    const taken = sites.map(({ id }) => id);
    const old = site.id === undefined ? undefined : writtenSite(live, site.id);
    if (how === 'keep') return { commands: [] as Command[], id: site.id! };
    if (how === 'preset') {
      const chosen = presets.find(({ preset }) => preset === form.preset) ?? presets[0];
      if (!chosen) return 'incomplete' as const;
      const made = makeFromPreset(chosen.preset, form.address ?? chosen.address, {
        taken,
        ...(old && { id: old.id }),
      });
      return made.problem
        ? { problem: made.problem }
        : { commands: [writeSite(made.site, sites)], id: made.site.id };
    }
    const candidates = [...model.strong, ...model.weak, ...model.unlikely];
    const answer = answerOf(how, form, candidates, model.cookie, live.access.granted);
    if (!answer || model.needs) return 'incomplete' as const;
    if (!old) {
      const made = makeProfile(site, answer, { taken, ...(state.page && { path: state.page.path }) });
      return made.problem
        ? { problem: made.problem }
        : { commands: [writeSite(made.site, sites)], id: made.site.id };
    }
    return { commands: [setExpiry(old.id, answered(answer, site.origin))], id: old.id };
  };

  const accept = async (proposal: Proposal) => {
    const model = question();
    const live = ready();
    const old = live && model?.site.id !== undefined && writtenSite(live, model.site.id);
    if (!model || !old || state.busy) return;
    const { expiry, signs = [], kind } = proposal;
    const answer = {
      expiry: expiry ?? old.expiry ?? [],
      signs,
      hosts: [],
      keepFresh: kind === 'idle' ? byRequest : old.keepFresh,
    };
    set({ busy: 'saving', problem: undefined });
    if (await send([setExpiry(old.id, answer)])) {
      set({ busy: undefined, done: 'accepted', answered: [...state.answered, proposal.id] });
    }
  };

  const tell = async (command: Command, done: State['done'], answered: string[] = []) => {
    if (state.busy) return;
    set({ busy: 'saving', problem: undefined });
    if (await send([command])) set({ busy: undefined, done, answered: [...state.answered, ...answered] });
  };
  const siteId = () => question()?.site.id;

  return {
    hear(live) {
      const could = ready()?.access.cookies;
      set({ live });
      if (could === false && ready()?.access.cookies) lookAnew();
      void find().then(learnAddress).then(look);
    },
    gestures: {
      pressAccess: wish,
      giveAccess() {
        ask('site', wanted(), () => void edges.send({ do: 'guard' }).then(() => lookAnew()));
        wish();
      },
      giveCookies: () => ask('cookies', { permissions: ['cookies'] }, () => lookAnew()),
      giveParent() {
        const model = question();
        if (model?.needs) ask('parent', { origins: [model.needs.pattern] }, () => lookAnew());
      },
      fill: (change) =>
        set({
          form: { ...state.form, ...change },
          incomplete: false,
          problem: undefined,
          denied: undefined,
          done: undefined,
        }),
      save: (signedIn) => void save(signedIn),
      lookAgain: () => lookAnew(),
      wasSignedOut(yes) {
        const site = siteId();
        if (site !== undefined) void tell({ do: 'was-signed-out', site, yes }, yes ? 'noted' : 'not-noted');
      },
      accept: (proposal) => void accept(proposal),
      decline(proposal) {
        const site = siteId();
        if (site !== undefined)
          void tell({ do: 'decline', site, proposal: proposal.id }, 'declined', [proposal.id]);
      },
      openSite() {
        const model = modelOf(state);
        if ('site' in model) edges.open(`${model.site.origin}/`);
      },
      openSettings: () => edges.openSettings(),
      change: () => set({ saved: undefined, form: emptyForm, done: undefined }),
      close: () => edges.close(),
    },
  };
}

/** A site that is there keeps its place: its id goes on with all that is known of it. */
function writeSite(site: WrittenSite, sites: readonly WrittenSite[]): Command {
  if (!sites.some(({ id }) => id === site.id))
    return { do: 'add-profiles', text: JSON.stringify({ version: 1, sites: [site] }), confirmed: true };
  const all = sites.map((each) => (each.id === site.id ? site : each));
  return { do: 'save-profiles', text: JSON.stringify({ version: 1, sites: all }) };
}

const setExpiry = (site: string, { expiry, signs, hosts, look, keepFresh }: Answered): Command => ({
  do: 'set-expiry',
  site,
  expiry,
  signs,
  hosts,
  ...(look && { look }),
  ...(keepFresh && { keepFresh }),
});

async function findTab(
  edges: GuardingEdges,
  { query }: State,
  profiles: readonly SiteProfile[],
): Promise<GuardedTab | undefined> {
  if (query.tab !== undefined) return edges.tab(query.tab);
  const profile = profiles.find(({ id }) => id === query.site);
  const patterns = profile?.match.flatMap((each) => accessFor(each) ?? []) ?? [];
  const tabs = patterns.length ? await edges.tabsAt(patterns) : [];
  return tabs.find(({ url }) => url !== undefined && isPageOf(profile!, url));
}

/** Never throws, and is called in the click itself. */
function request(edges: GuardingEdges, wanted: Parameters<GuardingEdges['request']>[0]): Promise<boolean> {
  try {
    return edges.request(wanted).catch(() => false);
  } catch {
    return Promise.resolve(false);
  }
}
