import type { Problem } from '../../shared/problem.ts';
import { guardEvents } from '../assets/guard-events.ts';
import { createClock } from './clock.ts';
import { add, ofEvent, ofExchange, turnTo, type Entry, type History } from './history.ts';
import { createRealTime } from './real-time.ts';
import { sceneOf, type Stagehand } from './scenes.ts';
import { createServer } from './server.ts';
import type { State } from './state.ts';
import { wear } from './theme.ts';
import { setWorld, type StagePage } from './world.ts';

export type Tab = 1 | 2;

interface Stage {
  frame(tab: Tab): HTMLIFrameElement;
  /** Something of it is to be drawn anew. */
  changed(): void;
  directionOf(state: State): 'ltr' | 'rtl';
}

/** The element reflects these; all other attributes are the page's. */
const reflected = new Set(['phase', 'ends-at']);

/** The play itself: clock, server and pages, and what a hand may do to them. */
export function createPlay(stage: Stage, start: State) {
  const pages = new Map<number, StagePage>();
  const { realTime, busy } = createRealTime(() => pages.size > 1);
  const clock = createClock(realTime, Date.now());
  const awaited = new Map<number, () => void>();
  const behind = new Set<number>();
  const reloads = new Set<number>();
  let state = start;
  let beganAt = clock.right();
  let answered = '';
  let history: History = { entries: [], stretches: [] };
  let problems: Record<string, Problem> = {};
  let themeProblems: string[] = [];

  const sinceStart = () => clock.right() - beganAt;
  const server = createServer(clock, (exchange) => {
    if (exchange.kind === 'look' && exchange.status === 200) answered = exchange.body;
    note(ofExchange(exchange));
  });

  function note(entry: Pick<Entry, 'kind' | 'tone' | 'text'>, tab?: number): void {
    add(history, { at: sinceStart(), ...entry, ...(pages.size > 1 && tab && { tab }) });
    stage.changed();
  }
  const noteHand = (text: string) => note({ kind: 'hand', tone: 'plain', text });

  setWorld({
    id: crypto.randomUUID(),
    clock,
    answer: async (question) => readInTime(await server.answer(question)),
    busy,
    kept: {},
    reloads,
    enter(page) {
      pages.set(page.tab, page);
      listen(page);
      dress(page);
      page.setBehind(behind.has(page.tab));
      page.setOffline(server.offline);
      page.window.document.body.append(page.guard);
      awaited.get(page.tab)?.();
      stage.changed();
    },
    leave(page) {
      clock.drop(page.owner);
      if (pages.get(page.tab) === page) pages.delete(page.tab);
    },
  });

  /** A body is read by the browser in its own time; on the stage that takes none. */
  function readInTime(reply: Response): Response {
    const { text } = reply;
    const value = () => text.call(reply).finally(busy());
    return Object.defineProperty(reply, 'text', { value });
  }

  function listen({ window, guard, tab }: StagePage): void {
    for (const type of guardEvents)
      window.document.addEventListener(`session-guard-${type}`, (event) => {
        const { detail } = event as CustomEvent<Record<string, unknown> | null>;
        if (tab === 1 && type === 'change') turnTo(history, guard.phase, sinceStart());
        const problem = detail as unknown as Problem;
        if (tab === 1 && type === 'problem' && problem.field) problems[problem.field] = problem;
        note(ofEvent(type, detail), tab);
      });
  }

  /** Attributes, language and look, each only where it is another. */
  function dress(page: StagePage): void {
    const { guard, window } = page;
    for (const name of guard.getAttributeNames())
      if (!(name in state.attributes) && !reflected.has(name)) guard.removeAttribute(name);
    for (const [name, value] of Object.entries(state.attributes))
      if (guard.getAttribute(name) !== value) guard.setAttribute(name, value);
    const root = window.document.documentElement;
    root.lang = state.lang;
    root.dir = stage.directionOf(state);
    root.dataset.scheme = state.scheme;
    void wear(window.document, state).then((found) => {
      themeProblems = found;
      stage.changed();
    });
  }

  /** Loads a page anew; time stands still until it is there. */
  async function load(tab: Tab): Promise<void> {
    const { speed } = clock;
    clock.run(0);
    const there = new Promise<void>((resolve) => awaited.set(tab, resolve));
    reloads.add(tab);
    // The same address each time: what an element keeps for its page it finds again.
    stage.frame(tab).contentWindow!.location.replace('/playground/stage');
    await there;
    // Its element reads what it was given a moment after it came.
    await realTime.settle();
    clock.run(speed);
  }

  function closeSecond(): void {
    pages.delete(2);
    behind.delete(2);
    stage.frame(2).contentWindow?.location.replace('about:blank');
    stage.changed();
  }

  const first = () => pages.get(1)?.guard;
  const phase = () => first()?.phase ?? 'unknown';

  /** Ms until the end, as the page knows it, else as the server does. */
  function untilEnd(): number | undefined {
    const told = first()?.endsAt;
    const endsAt = told ? new Date(told).getTime() : server.session?.endsAt;
    return endsAt === undefined ? undefined : endsAt - clock.right();
  }

  const hand: Stagehand = {
    async toWarning() {
      const longest = 2 * (server.session?.lasts ?? 0) * 1000;
      await clock.forward(longest, () => !/unknown|active/.test(phase()));
      // The dialog waits for a pause, and its buttons for a hand that has seen it.
      await clock.forward(1500);
    },
    async toBefore(seconds) {
      if (!first()?.endsAt) await clock.forward(1000);
      await clock.forward(Math.max(0, (untilEnd() ?? 0) - seconds * 1000));
    },
    async pastEnd() {
      await hand.toBefore(0);
      await clock.forward(5000);
    },
    pass: (ms) => clock.forward(ms),
    async sleep(ms) {
      await clock.sleep(ms);
      for (const page of pages.values()) page.wake();
      await clock.forward(500);
    },
    setWrong: (ms) => clock.setWrong(ms),
    setOffline(offline) {
      server.offline = offline;
      for (const page of pages.values()) page.setOffline(offline);
    },
    fault(of, fault) {
      server.faults[of] = fault;
    },
    async endOnServer(ending) {
      await clock.forward(1000);
      server.end(ending);
      hand.look();
      await clock.forward(2000);
    },
    signIn: (subject) => server.signIn(subject),
    forget: () => server.forget(),
    look: () => void first()?.look(),
    renew: () => void first()?.renew(),
    async openSecond() {
      if (!pages.has(2)) await load(2);
      await clock.forward(1000);
    },
    async inSecond(act) {
      const guard = pages.get(2)?.guard;
      if (act === 'renew') void guard?.renew();
      if (act === 'sign out') {
        server.forget();
        guard?.end();
      }
      if (act === 'sign in') {
        server.signIn('ada');
        await load(2);
      }
      await clock.forward(3000);
    },
  };

  /** From the beginning: a fresh session, one tab, nothing wrong, and then the scene. */
  async function restart(): Promise<void> {
    closeSecond();
    behind.clear();
    Object.assign(server, { offline: false, faults: { look: 'none', renew: 'none' } });
    clock.setWrong(0);
    beganAt = clock.right();
    history = { entries: [], stretches: [] };
    problems = {};
    const scene = sceneOf(state.scene);
    // Before the page: it asks as soon as it is there.
    if (scene.promises === 'none') server.forget();
    else server.signIn('ada', state);
    await load(1);
    turnTo(history, phase(), 0);
    await clock.forward(500);
    await scene.play(hand);
    stage.changed();
  }

  let playing: Promise<void> | undefined;
  let wanted = false;

  /** Clicked again while it plays, it plays once more afterwards: the last click counts. */
  async function play(): Promise<void> {
    wanted = true;
    playing ??= (async () => {
      while (wanted) {
        wanted = false;
        stage.changed();
        await restart().catch((error: unknown) => console.error(error));
      }
      playing = undefined;
      stage.changed();
    })();
    await playing;
  }

  return {
    clock,
    server,
    hand,
    note: noteHand,
    play,
    load,
    closeSecond,
    /** Another state of the settings; the pages wear it at once. */
    wear(next: State, changed?: string) {
      state = next;
      if (changed) delete problems[changed];
      for (const page of pages.values()) dress(page);
      stage.changed();
    },
    setBehind(tab: Tab, isBehind: boolean) {
      if (isBehind) behind.add(tab);
      else behind.delete(tab);
      pages.get(tab)?.setBehind(isBehind);
      noteHand(`Tab ${tab} goes ${isBehind ? 'out of sight' : 'to the front'}`);
    },
    /** Somebody signed in or out in another tab of this browser, and comes back from there. */
    signedIn(as: string) {
      if (as) server.signIn(as);
      else server.forget();
      noteHand(as ? `Signed in as ${as} in another tab` : 'Signed out in another tab');
      for (const page of pages.values()) page.wake();
    },
    get playing() {
      return playing !== undefined;
    },
    get now() {
      return sinceStart();
    },
    get beganAt() {
      return beganAt;
    },
    get history() {
      return history;
    },
    get problems() {
      return problems;
    },
    get themeProblems() {
      return themeProblems;
    },
    get answered() {
      return answered;
    },
    get phase() {
      return phase();
    },
    get hasSecond() {
      return pages.has(2);
    },
    isBehind: (tab: Tab) => behind.has(tab),
    phaseOf: (tab: Tab) => pages.get(tab)?.guard.phase ?? 'unknown',
    untilEnd,
  };
}

export type Play = ReturnType<typeof createPlay>;
