import { until } from './prompt.ts';
import { visit } from './story.ts';
import type { Tab, TabOptions } from './tab.ts';

export type Open = (options?: TabOptions) => Promise<Tab>;

/** So many tabs of one page, one after the other; each knows how its session stands. */
export async function openMany(howMany: number, open: Open, url: string): Promise<Tab[]> {
  const tabs: Tab[] = [];
  for (let i = 0; i < howMany; i++) {
    const tab = await open();
    await visit(tab, url);
    tabs.push(tab);
  }
  await Promise.all(tabs.map(untilKnown));
  return tabs;
}

export const untilKnown = (tab: Tab): Promise<unknown> =>
  until(
    tab,
    'a known phase',
    () => tab.page.evaluate(() => document.querySelector('session-guard')?.getAttribute('phase')),
    (phase) => phase !== 'unknown',
    10_000,
  );
