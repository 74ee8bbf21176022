import { createArming } from './arming.ts';

/** `trackVisibility`: as much as Chromium knows of what is painted over the frame, or changes how it looks. */
interface TellingObserver extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}

/** Presses on what nobody can see do nothing. */
export function guardPresses(frame: Document, now: () => number) {
  const tellsSight = 'isVisible' in IntersectionObserverEntry.prototype;
  const arming = createArming(tellsSight);
  let watched: Element | undefined;

  const options: TellingObserver = { threshold: [0, 0.98, 1], trackVisibility: true, delay: 100 };
  const observer =
    tellsSight &&
    new IntersectionObserver((entries) => {
      const last = entries.at(-1) as IntersectionObserverEntry & { isVisible: boolean };
      if (last.target === watched) arming.see(last.isVisible && last.intersectionRatio >= 0.98, now());
    }, options);

  const listen = (type: string, run: (event: Event) => void) =>
    frame.defaultView!.addEventListener(type, run, { capture: true });
  listen('pointerdown', () => arming.press(now()));
  for (const type of ['click', 'auxclick', 'keydown', 'submit', 'dragstart'])
    listen(type, (event) => {
      const { pointerId = -1 } = event as PointerEvent;
      const { key } = event as KeyboardEvent;
      if (type === 'keydown' && !/^(Enter| )$/.test(key)) return;
      if (event.isTrusted && arming.allows(pointerId >= 0 && type !== 'keydown', now())) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    });
  listen('resize', () => arming.move(now()));

  return {
    /** The host's word. */
    hear: (armed: boolean) => arming.hear(armed, now()),
    /** What holds the buttons: of the document itself, under its own dialog, nothing can be seen. */
    watch(element: Element | undefined) {
      if (element === watched) return;
      watched = element;
      if (!observer) return;
      observer.disconnect();
      arming.see(false, now());
      if (watched) observer.observe(watched);
    },
  };
}
