import type { SerializedAXNode } from 'puppeteer-core';
import type { Tab } from './tab.ts';

/** The first element of the role, as assistive technology is told of it. */
export async function readAccessible(tab: Tab, role: string): Promise<SerializedAXNode | undefined> {
  const waiting = [await tab.page.accessibility.snapshot({ interestingOnly: false })];
  while (waiting.length > 0) {
    const node = waiting.shift();
    if (node?.role === role) return node;
    waiting.unshift(...(node?.children ?? []));
  }
  return undefined;
}
