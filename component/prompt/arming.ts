import type { PromptPorts } from '../prompt-model.ts';

const unarmed = 500;
const pressing = /^(Enter|Escape| )$/;

/**
 * Keys and clicks in flight when the dialog appears do nothing, nor does a key held since then, nor
 * a click that no person made. Returns what starts the unarmed time.
 */
export const createArming = (ports: PromptPorts, root: ShadowRoot, signal: AbortSignal): (() => void) => {
  let from = -Infinity;
  let pressedEarly = false;
  const isOurs = ({ target }: Event) => root.contains(target as Node);

  const gate = (event: Event) => {
    const early = ports.now() < from + unarmed;
    const { key, repeat } = event as KeyboardEvent;
    if (event.type === 'pointerdown') pressedEarly = early;
    const stale =
      event.type === 'click' &&
      ((pressedEarly && (event as MouseEvent).detail > 0) || (isOurs(event) && !event.isTrusted));
    if (early || stale || (repeat && pressing.test(key))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  for (const type of ['keydown', 'pointerdown', 'click', 'auxclick', 'cancel'])
    root.addEventListener(type, gate, { capture: true, signal });

  // The page's shortcuts must not act on keys meant for the prompt: the work underneath stays.
  for (const type of ['keydown', 'keypress', 'keyup'])
    root.addEventListener(type, (event) => isOurs(event) && event.stopPropagation(), { signal });

  return () => {
    from = ports.now();
  };
};
