import { onceInput, pageTimer } from '../../component/page-ports.ts';
import type { AgentOrders, FromAgent } from '../messages.ts';
import { clock, loadedAt, toWall, watchRequests } from './agent-ports.ts';
import { ask } from './ask.ts';
import { readElements } from './elements.ts';
import { createPace } from './pace.ts';
import { all, createPageSigns, shows } from './page-signs.ts';
import { stopAll } from './parts.ts';
import { createBudget, signOf, type Entry } from './replies.ts';
import { hear, say, type Listener } from './runtime.ts';
import { createWatch, type Watched } from './watch.ts';

const soonest = 30_000;
const mostElements = 20;
const nobody = new EventTarget();

const isSeen = () => !document.hidden;
/** Sticky: it stays true until the page goes. */
const acted = () => navigator.userActivation.hasBeenActive;
const forbids = () => all('meta[name=session-guard][content~=no-keep-fresh]').length > 0;

/**
 * What the extension sees and does in a guarded page; it leaves no trace there. It does what the background orders,
 * and says what happened, as seldom as that allows.
 *
 * @returns takes everything down.
 */
export function startAgent(): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  let orders: AgentOrders | undefined;
  let forbade = false;
  let stopInput: (() => void) | undefined;
  let stopRequests: (() => void) | undefined;
  let due: unknown;
  let isDocumentSeen = false;
  let elementTold = '{"say":"element","phase":""}';
  const elements = new Set<Element>();
  const take = createBudget(clock);
  const pace = createPace(clock, pageTimer, ({ place, requestedAt, url }) =>
    tell({ say: 'sign', sign: place, requestedAt, ...(url && { url }) }),
  );
  const checkSigns = createPageSigns(shows, ({ place, means }) =>
    pace.see({ place, means, requestedAt: clock.wall() }),
  );
  const watch = createWatch(clock, pageTimer, watched, check);

  const tell = (message: FromAgent) => void say(message, stopAll);
  const seen = () => ({ say: 'seen', seen: isSeen(), acted: acted() }) as const;

  async function hello() {
    const before = orders;
    forbade = forbids();
    const told = await say({ ...seen(), say: 'hello', forbids: forbade, loadedAt: loadedAt() }, stopAll);
    // Nobody there: the next time that the page is seen it says hello again.
    if (!told || signal.aborted) return;
    if (told.answer) follow(told.answer as AgentOrders);
    else if (orders === before) stop();
  }

  function follow(next: AgentOrders) {
    if (JSON.stringify(next.signs) !== JSON.stringify(orders?.signs)) pace.clear();
    orders = next;
    if (!next.signs.some(({ url }) => url !== undefined)) stopRequests = void stopRequests?.();
    else stopRequests ??= watchRequests(see);
    awaitInput();
    awaitDue();
    if (document.readyState !== 'loading') watch.now();
  }

  function awaitInput() {
    stopInput = void stopInput?.();
    const { wantsInput, inputEvery } = orders!;
    if (!wantsInput && !inputEvery) return;
    stopInput = onceInput(nobody, () => {
      tell({ say: 'input' });
      stopInput = undefined;
      if (!inputEvery) return;
      const timer = pageTimer.set(inputEvery, awaitInput);
      stopInput = () => pageTimer.clear(timer);
    });
  }

  /** Only where somebody may see what comes of it: out of sight no timer runs. */
  function awaitDue() {
    pageTimer.clear(due);
    const wait = (orders?.dueAt ?? Infinity) - clock.wall();
    if (!isSeen() || wait > soonest) return;
    due = pageTimer.set(Math.max(wait, 0), () => {
      if (orders!.dueAt! > clock.wall()) return awaitDue();
      orders = { ...orders!, dueAt: undefined };
      tell({ say: 'due' });
    });
  }

  function see(entries: Entry[]) {
    for (const entry of newest(entries, take(entries.length))) {
      const sign = !isKnownDocument(entry) && signOf(orders!, entry);
      if (!sign) continue;
      const { place, means } = sign;
      // Without query: it is kept, and may hold what nobody else should know.
      const url = entry.name.split(/[?#]/)[0]!.slice(0, 2000);
      pace.see({ place, means, requestedAt: toWall(entry.startTime), url });
    }
  }

  /** Chromium brings the entry of the document at its start and at its end; an early one has no size in Firefox. */
  function isKnownDocument({ entryType, transferSize, responseStatus }: Entry): boolean {
    if (entryType !== 'navigation') return false;
    const isKnown = isDocumentSeen;
    isDocumentSeen ||= transferSize > 0 || responseStatus >= 400;
    return isKnown;
  }

  function check() {
    checkSigns(orders?.signs ?? []);
    for (const each of elements) if (!each.isConnected) elements.delete(each);
    for (const each of all('session-guard')) add(each);
    const told = readElements(elements);
    if (JSON.stringify(told) === elementTold) return;
    elementTold = JSON.stringify(told);
    tell(told);
  }

  function add(element: Element) {
    if (elements.size < mostElements) elements.add(element);
  }

  function watched(): Watched {
    if (signal.aborted) return [];
    const hasSigns = orders?.signs.some(({ page }) => page !== undefined);
    const roots = new Set([...elements].map((each) => each.getRootNode()));
    // A host of shadow roots goes without a word inside.
    if (hasSigns || elements.size > 0) roots.add(document);
    return [
      ...[...roots].map((root): Watched[number] => [
        root,
        { subtree: true, childList: true, attributes: hasSigns },
      ]),
      ...[...elements].map((each): Watched[number] => [
        each,
        { attributes: true, attributeFilter: ['phase', 'ends-at', 'headless'] },
      ]),
    ];
  }

  const ordered: Listener = (message, _sender, answer) => {
    if (message.order === 'stop') stop();
    if (message.order === 'ask') void ask(message, clock).then(tell);
    if (message.order !== 'orders') return;
    follow(message);
    // Whoever gives orders may need to know this freshly, as before a reload.
    answer(seen());
  };

  function on(target: EventTarget, types: string, run: (event: Event) => void) {
    for (const type of types.split(' ')) target.addEventListener(type, run, { capture: true, signal });
  }

  function stop() {
    if (signal.aborted) return;
    leave.abort();
    pace.clear();
    watch.stop();
    stopInput?.();
    stopRequests?.();
    pageTimer.clear(due);
  }

  on(document, 'visibilitychange', () => {
    awaitDue();
    if (!orders) return void hello();
    tell(seen());
    if (isSeen()) watch.now();
  });
  // A page that was frozen was out of sight, and its timers did not run.
  on(document, 'resume', awaitDue);
  on(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) void hello();
  });
  on(window, 'pagehide', () => tell({ say: 'bye' }));
  on(document, 'DOMContentLoaded', () => {
    // At the first hello the head was not there.
    if (forbids() !== forbade) void hello();
  });
  on(window, 'DOMContentLoaded load', () => orders && watch.now());
  const events = ['change', 'warning', 'renewed', 'expired', 'ended', 'restored'];
  on(window, events.map((name) => `session-guard-${name}`).join(' '), (event) => {
    const element = event.composedPath().find((each) => (each as Element).localName === 'session-guard');
    if (!orders || !element) return;
    add(element as Element);
    watch.soon(500);
  });
  hear(ordered, signal);
  void hello();
  return stop;
}

const newest = (entries: Entry[], count: number): Entry[] => entries.slice(entries.length - count);
