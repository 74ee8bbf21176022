import type { AgentOrders } from '../messages.ts';

type Sign = AgentOrders['signs'][number];

const mostSelectors = 20;
const mostElements = 20;

/** An element of the page with a name such as `querySelectorAll` would stand in for the document's own. */
export const all = (selector: string): NodeListOf<Element> =>
  Document.prototype.querySelectorAll.call(document, selector);

/**
 * Whether the page shows what a selector means. What is in the head is never shown, and is meant by being there.
 */
export function shows(selector: string): boolean {
  try {
    const found = [...all(selector)].slice(0, mostElements);
    return found.some((each) => each.checkVisibility() || !!each.closest('head'));
  } catch {
    return false; // no selector
  }
}

/** Tells a sign of the page when it comes to be true, and not again before it was false. */
export function createPageSigns(shows: (selector: string) => boolean, tell: (sign: Sign) => void) {
  const shown = new Set<string>();
  return (signs: readonly Sign[]) => {
    for (const sign of signs.filter(({ page }) => page !== undefined).slice(0, mostSelectors)) {
      const id = `${sign.place} ${sign.page}`;
      if (!shows(sign.page!)) shown.delete(id);
      else if (!shown.has(id)) {
        shown.add(id);
        tell(sign);
      }
    }
  };
}
