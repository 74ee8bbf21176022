import type { PromptPorts } from '../prompt-model.ts';

/**
 * Keys and clicks in flight when the dialog appears do nothing, nor does a key held since then, nor
 * a click that no person made. Returns what starts the unarmed time.
 */
export const createArming = (ports: PromptPorts, root: ShadowRoot, signal: AbortSignal): (() => void) => {
  let from = -Infinity;
  const isOurs = ({ target }: Event) => root.contains(target as Node);

  const gate = (event: Event) => {
    const { key, repeat } = event as KeyboardEvent;
    if (
      ports.now() < from + 500 ||
      (repeat && /^(Enter|Escape| )$/.test(key)) ||
      (event.type === 'click' && !event.isTrusted && isOurs(event))
    ) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  // The page's shortcuts must not act on keys meant for the prompt: the work underneath stays.
  const keep = (event: Event) => isOurs(event) && event.stopPropagation();

  for (const type of ['keydown', 'click', 'cancel'])
    root.addEventListener(type, gate, { capture: true, signal });
  for (const type of ['keydown', 'keyup']) root.addEventListener(type, keep, { signal });

  return () => {
    from = ports.now();
  };
};
