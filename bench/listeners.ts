import type { PlainTab } from './plain-pages.ts';

export interface Listener {
  type: string;
  passive: boolean;
}

const activity = /^(mouse|pointer|key|touch|wheel|scroll|click|input)/;

/** Listeners of activity on the window, the document, its body and the element. */
export async function activityListeners({ cdp }: PlainTab): Promise<Listener[]> {
  const found: Listener[] = [];
  for (const expression of [
    'window',
    'document',
    'document.body',
    "document.querySelector('session-guard')",
  ]) {
    const { result } = await cdp.send('Runtime.evaluate', { expression });
    if (!result.objectId) continue;
    const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    found.push(...listeners.map(({ type, passive }) => ({ type, passive })));
  }
  return found.filter(({ type }) => activity.test(type));
}
