import { problem, type Problem } from '../../shared/problem.ts';
import type { Command } from '../messages.ts';
import type { SendCommand } from '../pages/command.ts';
import { chosenIn, createLive, type Live, type LiveEdges } from '../pages/live.ts';
import type { Speaking } from '../pages/speaking.ts';
import { fill } from '../pages/texts.ts';
import { accessFor } from '../profile/match.ts';
import { needsCookies, type SessionView } from '../session/view.ts';
import type { Wish } from '../stored.ts';
import { ask, createGuardClick, type AccessEdges, type Given } from './guard-click.ts';
import { found, inOrder } from './order.ts';
import { shownAtOnce } from './popup-view.ts';
import type { Gestures, Guarding, Scene } from './scene.ts';
import { guardingPage } from './session.ts';
import { wordsOf } from './session-words.ts';
import { suggestionsIn } from './suggestions.ts';
import { placeOf, sessionOf, type CurrentTab } from './tab.ts';

export interface PopupEdges extends LiveEdges {
  access: AccessEdges;
  send: SendCommand;
  speaking: Speaking;
  tab(): Promise<CurrentTab | undefined>;
  isOnline(): boolean;
  onOnline(run: () => void): void;
  /** Opens one of our pages in a tab, in front. */
  openPage(path: string): void;
  /** The id of the site that guards an address now. */
  siteAt(url: string): Promise<string | undefined>;
  saveCopy(data: unknown): void;
}

/** The popup without its document: `draw` is called with all there is to show. */
export function createPopup(edges: PopupEdges, draw: (scene: Scene) => void): { stop(): void } {
  let live: Live | undefined;
  let tab: CurrentTab | undefined;
  let following: ReturnType<typeof createLive> | undefined;
  const { speaking } = edges;
  let guarding: Guarding = 'idle';
  let search = '';
  let showAll = false;
  let suggestions: ReadonlySet<string> = new Set();
  let speech = '';
  const open = new Set<string>();
  const pending = new Map<string, Command['do']>();
  const problems = new Map<string, Problem>();
  let states = new Map<string, string>();
  let resumed = false;

  const show = () => {
    const language = speaking.language();
    if (!language) return;
    draw({
      live,
      language,
      tab,
      isOnline: edges.isOnline(),
      guarding,
      search,
      showAll,
      open,
      pending,
      problems,
      suggestions,
      speech,
      gestures,
    });
  };

  const wish = (): Wish => {
    const place = placeOf(tab);
    if (place.kind !== 'site') throw new Error('Nothing to guard here.');
    const name = place.host;
    return {
      at: edges.ports.now(),
      origin: place.origin,
      name,
      ...(tab?.id !== undefined && { tabId: tab.id }),
    };
  };
  const guardClick = () => {
    const place = placeOf(tab);
    return place.kind === 'site' ? createGuardClick(edges.access, wish, place.origins) : undefined;
  };
  const go = (next: Guarding) => {
    guarding = next;
    show();
  };

  const guard = async (given: Given) => {
    if (given !== 'given') return go(given === 'denied' ? 'denied' : problem('not-asked'));
    go('working');
    const answer = await edges.send({ do: 'guard' });
    if (!answer.ok) return go(answer.problem);
    const { url = '' } = tab ?? {};
    const site = (await edges.siteAt(url)) ?? new URL(url).origin;
    go('idle');
    edges.openPage(guardingPage(site, tab?.id));
  };

  /** The popup closed over the question, and access was given: what was wished is done. */
  const resume = ({ stored, access, views, profiles }: Live & { state: 'ready' }) => {
    const place = placeOf(tab);
    if (resumed || place.kind !== 'site' || stored.wish?.origin !== place.origin || guarding !== 'idle')
      return;
    if (sessionOf(tab!, profiles, views) || !place.origins.every((origin) => access.granted(origin))) return;
    resumed = true;
    void guard('given');
  };

  const give = async (view: SessionView, asked: Promise<Given>) => {
    problems.delete(view.key);
    const given = await asked;
    if (given !== 'given') problems.set(view.key, problem(given === 'denied' ? 'denied' : 'not-asked'));
    show();
  };

  const send = async (key: string, command: Command) => {
    problems.delete(key);
    pending.set(key, command.do);
    show();
    const answer = await edges.send(command);
    pending.delete(key);
    if (!answer.ok) problems.set(key, answer.problem);
    show();
  };

  const profileOf = ({ site }: SessionView) =>
    live?.state === 'ready' ? live.profiles.find(({ id }) => id === site) : undefined;

  const needsIdle = (command: Command) =>
    command.do === 'keep-fresh' &&
    command.on &&
    live?.state === 'ready' &&
    live.profiles.find(({ id }) => id === command.site)?.keepFresh?.while === 'open';

  const gestures: Gestures = {
    pressGuard: () => guardClick()?.press(),
    guard() {
      // Nothing before this, and nothing awaited: browsers take the request for nobody's otherwise.
      const asked = guardClick()?.click();
      if (!asked) return;
      go('asking');
      void asked.then(guard);
    },
    giveAccess(view) {
      const profile = profileOf(view);
      if (!profile) return;
      const origins = [...profile.match, ...profile.hosts].flatMap((pattern) => accessFor(pattern) ?? []);
      const permissions = needsCookies(profile) ? { permissions: ['cookies'] } : {};
      void give(view, ask(edges.access, { origins: [...new Set(origins)], ...permissions }));
    },
    giveCookies: (view) => void give(view, ask(edges.access, { permissions: ['cookies'] })),
    send(key, command) {
      // Whether the screen is locked matters there; the request is the first call in the click.
      const asked = needsIdle(command) ? ask(edges.access, { permissions: ['idle'] }) : undefined;
      void (asked ? asked.then(() => send(key, command)) : send(key, command));
    },
    page: edges.openPage,
    find(text) {
      search = text;
      following?.redraw();
    },
    showAll() {
      showAll = true;
      following?.redraw();
    },
    unfold(key, isOpen) {
      if (open.has(key) === isOpen) return;
      if (isOpen) open.add(key);
      else open.delete(key);
      show();
    },
    saveCopy: () =>
      edges.saveCopy(
        live?.state === 'ready' ? live.stored['set-aside'] : live?.state === 'broken' ? live.data : {},
      ),
  };

  /** A change of what a session is, not of its time, is said. */
  const hearChanges = (views: readonly SessionView[], now: number) => {
    const language = speaking.language();
    const before = states;
    states = new Map(views.map((view) => [view.key, stateOf(view)]));
    const changed = views.filter(({ key }) => before.has(key) && before.get(key) !== states.get(key));
    if (changed.length && language)
      speech = changed
        .slice(0, 3)
        .map((view) =>
          fill(language.popup.changed, { site: view.name, state: wordsOf(view, language, now).label }),
        )
        .join(language.prompt.between);
  };
  const stateOf = ({ phase, paused, access, probablyOver }: SessionView) =>
    [phase, paused, access, probablyOver].join();

  /** The sessions whose time is drawn. */
  const isShown = (view: SessionView) => drawn.has(view.key);
  let drawn = new Set<string>();

  const hear = (now: Live) => {
    live = now;
    speaking.choose(chosenIn(now));
    if (now.state === 'ready') {
      suggestions = suggestionsIn(now.stored);
      hearChanges(now.views, now.now);
      const here = tab && sessionOf(tab, now.profiles, now.views);
      const rows = found(inOrder(now.views, now.now), search);
      drawn = new Set((showAll ? rows : rows.slice(0, shownAtOnce + 1)).map(({ key }) => key));
      if (typeof here === 'object') drawn.add(here.key);
      resume(now);
    }
    show();
  };

  let stopped = false;
  speaking.onChange(show);
  show();
  edges.onOnline(show);
  void edges
    .tab()
    .catch(() => undefined)
    .then((found) => {
      tab = found;
      if (!stopped) following = createLive({ ...edges, isShown }, hear);
    });

  return {
    stop() {
      stopped = true;
      following?.stop();
    },
  };
}
