import { focused, rememberFocus } from '../../../component/prompt/focus.ts';
import { createPause } from '../../../component/prompt/pause.ts';
import type { PromptPorts } from '../../../component/prompt-model.ts';
import type { Face, FromAgent, ToAgent } from '../../messages.ts';
import { createBox, type Box, type Layer, type Size } from './box.ts';
import { isBetterUp } from './corner.ts';
import { createLimit } from './limit.ts';
import { createSteady } from './steady.ts';

type Order = Extract<ToAgent, { order: 'prompt' | 'size' }>;
type Show = Extract<ToAgent, { order: 'prompt'; show: 'warning' | 'over' }>;
type Place = Extract<ToAgent, { order: 'size' }>['place'];

/** How long people wait for a frame that does not come up. */
const patience = 3000;
/** Between two looks at whether the prompt can be seen: only while it is there, and the page in view. */
const lookEvery = 250;
/** Until the frame has told what it needs. */
const unknownSize: Size = { width: 432, height: 320 };

export interface HostPorts extends PromptPorts {
  say(said: Extract<FromAgent, { say: 'prompt' | 'visible' }>): void;
  /** The extension that put it here is still there. */
  isAlive(): boolean;
}

/** Puts the prompt's frame into the page, keeps it on top, and takes it away again. */
export function createHost(page: Document, ports: HostPorts) {
  let up: Up | undefined;
  let wanted: Show | undefined;

  const isTyping = () => page.hasFocus() && !!focused(page);
  const pause = createPause(ports, page, isTyping, () => {
    up = createUp(page, ports, wanted!, down);
  });

  function down(why?: string) {
    pause.cancel();
    wanted = undefined;
    if (!up) return;
    up.end();
    up = undefined;
    if (ports.isAlive())
      ports.say(why ? { say: 'prompt', state: 'refused', why } : { say: 'prompt', state: 'down' });
  }

  return {
    take(order: Order) {
      if (order.order === 'size') return up?.size(order.place, order);
      if (order.show === 'none') return down();
      if (up && wanted?.src === order.src) up.show(order.show);
      else if (wanted?.src !== order.src) {
        // Nothing is told of it: another one comes at once.
        up?.end();
        up = undefined;
        wanted = order;
        return pause.by(Infinity);
      }
      wanted = order;
    },
    down: () => down(),
  };
}

type Up = ReturnType<typeof createUp>;

/** One showing, from the frame's being put into the page to its end. */
function createUp(
  page: Document,
  ports: HostPorts,
  { src, title, show }: Show,
  giveUp: (why?: string) => void,
) {
  const life = new AbortController();
  const { signal } = life;
  const view = page.defaultView!;
  let restoreFocus = rememberFocus(page);
  const box: Box = createBox(page, src, title);
  let place: Place = 'none';
  let size = unknownSize;
  let isOver = show === 'over';
  let isToldUp = false;
  let toldVisible: boolean | undefined;
  /** Something of the page is above the banner, and has to be: it waits. */
  let isBelow = false;
  let isUpperEdge = false;
  let timer: unknown;

  const fightsForLayer = createLimit(5, 5000);
  const fightsForAttributes = createLimit(10, 5000);
  const isSteady = createSteady();
  const toDialog = createPause(
    ports,
    page,
    () => page.hasFocus() && !!focused(page) && !box.hasFocus(),
    () => stand('dialog'),
  );

  /** A popover is inert under a modal dialog of the page; below a banner of ours the page is to be used. */
  const layerFor = (next: Place): Layer =>
    next === 'dialog' && (isOver || page.querySelector(':modal')) ? 'modal' : 'popover';

  function draw() {
    if (place === 'none') return box.hide(size);
    if (place === 'dialog') return box.asDialog(size);
    const left = view.getComputedStyle(page.documentElement).direction === 'rtl';
    box.asBanner(size, { up: isUpperEdge, left });
  }

  function stand(next: Place) {
    const before = place;
    if (next === 'dialog' && !box.hasFocus()) restoreFocus = rememberFocus(page);
    place = next;
    if (next !== 'banner') isUpperEdge = isBelow = false;
    draw();
    if (!box.isUp() || box.layer() !== layerFor(next)) box.raise(layerFor(next));
    if (next === 'dialog' && before !== 'dialog') box.focus();
    if (next !== 'dialog' && before === 'dialog') giveFocusBack();
    if (next === 'banner') dodge();
    if (next !== 'none' && !isToldUp) {
      isToldUp = true;
      ports.say({ say: 'prompt', state: 'up' });
    }
    look();
  }

  /** Only what is still ours: the person may have gone on in the page. */
  function giveFocusBack() {
    const active = page.activeElement;
    if (!box.hasFocus() && active && active !== page.body) return;
    box.blur();
    restoreFocus();
  }

  function dodge() {
    const focus = focused(page);
    if (place !== 'banner' || !focus || focus === box.host) return;
    const isUp = isBetterUp(box.rect(), focus.getBoundingClientRect(), isUpperEdge, view.innerHeight);
    if (isUp === isUpperEdge) return;
    isUpperEdge = isUp;
    draw();
  }

  /** One more fight for the top; `false`: it was one too many. */
  function fight(): boolean {
    if (!fightsForLayer(ports.now())) return true;
    giveUp(box.host.isConnected && !box.isRendered() ? 'hidden' : 'fight');
    return false;
  }

  /** Whether presses reach it, after it was put right as far as it can be. */
  function isReachable(): boolean | 'given up' {
    if (box.isUp() && box.isOnTop()) {
      isBelow = false;
      return true;
    }
    if (isBelow) return false;
    if (!fight()) return 'given up';
    box.put();
    draw();
    box.raise(layerFor(place));
    if (!box.isOnTop() && place === 'dialog') box.raise('modal');
    if (box.isOnTop()) return true;
    // Under a modal dialog of the page a banner is inert: the person is busy there.
    isBelow = place === 'banner' && box.isRendered();
    return false;
  }

  function look() {
    ports.clearTimer(timer);
    if (signal.aborted) return;
    if (!ports.isAlive()) return giveUp();
    if (place === 'none' || page.visibilityState !== 'visible') return;
    const reachable = isReachable();
    if (reachable === 'given up') return;
    watch();
    const { left, top, width, height } = box.rect();
    const visible = isSteady(reachable, `${left} ${top} ${width} ${height}`, ports.now());
    if (visible !== toldVisible) ports.say({ say: 'visible', visible });
    toldVisible = visible;
    timer = ports.setTimer(lookEvery, look);
  }

  const observer = new MutationObserver((records) => {
    const isOurs = ({ target }: MutationRecord) => target === box.host;
    if (records.some(isOurs)) {
      if (fightsForAttributes(ports.now())) return giveUp('fight');
      box.mend();
    }
    if (!box.host.isConnected || box.host.parentNode !== page.documentElement) {
      if (!fight()) return;
      box.put();
      box.raise(layerFor(place));
    }
    watch();
    look();
  });
  /** The page may have another root element by now, or we may have changed something ourselves. */
  function watch() {
    observer.disconnect();
    observer.observe(page, { childList: true });
    if (page.documentElement) observer.observe(page.documentElement, { childList: true });
    observer.observe(box.host, { attributes: true });
  }

  box.on('cancel', (event) => {
    // Escape closes the dialog inside the frame, where it is heard of.
    event.preventDefault();
    box.focus();
  });
  for (const type of ['toggle', 'close'] as const)
    box.on(type, () => {
      if (!signal.aborted && place !== 'none' && !box.isUp()) look();
    });
  const listen = (target: EventTarget, types: string, run: (event: Event) => void) => {
    for (const type of types.split(' '))
      target.addEventListener(type, run, { signal, capture: true, passive: true });
  };
  listen(page, 'visibilitychange fullscreenchange', look);
  // What the page opens on top of it, and a pointer that comes near.
  listen(page, 'beforetoggle', ({ target }) => box.othersMoved(target as Element));
  listen(page, 'toggle', look);
  listen(box.host, 'pointerover', look);
  listen(page, 'focusin', dodge);
  // Whatever takes focus from the page into the frame, the frame's own opening included.
  listen(page, 'focusout', ({ target }) => {
    if (target !== box.host) restoreFocus = rememberFocus(page, target as HTMLElement);
  });

  box.put();
  box.hide(size);
  box.raise('popover');
  watch();
  timer = ports.setTimer(patience, () => giveUp('frame'));

  return {
    show(next: 'warning' | 'over') {
      isOver = next === 'over';
      if (place !== 'none') stand(place);
    },
    size(next: Place, { width, height, face }: Size & { face?: Face }) {
      if (face) box.wear(face);
      if (!isToldUp) ports.clearTimer(timer);
      if (next !== 'none') size = { width, height };
      toDialog.cancel();
      // A frame that begins anew, for it was moved, has heard nothing.
      toldVisible = undefined;
      // A banner that opens by itself waits until nobody types; opened by a click it has focus.
      const isSudden = next === 'dialog' && place !== 'dialog' && isToldUp && !box.hasFocus();
      if (isSudden) toDialog.by(Infinity);
      else stand(next);
    },
    end() {
      life.abort();
      observer.disconnect();
      ports.clearTimer(timer);
      toDialog.cancel();
      const hadFocus = box.hasFocus();
      box.remove();
      if (hadFocus) restoreFocus();
    },
  };
}
