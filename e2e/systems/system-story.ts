import type { BrowserContext } from 'puppeteer-core';
import { startDemo } from '../../demo/start.ts';
import { systems } from '../../demo/systems.ts';
import type { DemoSystem } from '../../demo/system.ts';
import { browserName, story } from '../story.ts';
import { until } from '../prompt.ts';
import type { Tab, TabOptions } from '../tab.ts';

/** What the stories need to know of a system, and no page can tell. */
interface Traits {
  /** It has a `session-url`. */
  looks: boolean;
  /** Where the person writes something on its dashboard. */
  field: string;
}

/** The table: every story is told of each of these systems. */
const traits: Record<string, Traits> = {
  arcp: { looks: true, field: '[name=shift_notes]' },
  asterwise: { looks: false, field: '[name=notes]' },
  'trust-leads': { looks: true, field: '#notes' },
};

export type System = DemoSystem & Traits;

export interface Given {
  system: System;
  context: BrowserContext;
  /** A tab in which the person signs in for so long, and is on the dashboard then. */
  signIn(ttl: string): Promise<Tab>;
  /** One more tab of the dashboard. */
  another(): Promise<Tab>;
  open(options?: TabOptions): Promise<Tab>;
  url: string;
}

const told = story
  // eslint-disable-next-line no-empty-pattern
  .extend('demo', async ({}, { onCleanup }) => {
    const demo = await startDemo();
    onCleanup(() => demo.close());
    return demo;
  });

let count = 0;

/**
 * A story of the product in a real system. Each is told of one system, dealt in turn, and of another in each browser;
 * with `ALL_SYSTEMS` (`npm run test:all`) of every system.
 */
export function systemStory(
  name: string,
  tell: (given: Given) => Promise<void>,
  fits = (_: System) => true,
): void {
  const all = systems.map((system) => ({ ...system, ...traits[system.id]! })).filter(fits);
  const dealt = all[(count++ + (browserName === 'firefox' ? 1 : 0)) % all.length]!;
  for (const system of process.env.ALL_SYSTEMS ? all : [dealt])
    told(`${name}: ${system.name}`, async ({ demo, context, open }) => {
      const url = `${demo.url}/${system.id}/`;
      const another = async () => {
        const tab = await open();
        await tab.page.goto(url);
        await untilReady(tab);
        return tab;
      };
      const signIn = async (ttl: string) => {
        const tab = await open();
        await tab.page.goto(`${url}signin?ttl=${ttl}`);
        await submitSignIn(tab.page);
        await untilReady(tab);
        return tab;
      };
      await tell({ system, context, open, another, signIn, url });
    });
}

/** Fills nothing in: the demo account is there already. */
export async function submitSignIn(page: Tab['page']): Promise<void> {
  // Before its script has come, the form would go its own way.
  await page.waitForFunction(() => document.readyState === 'complete');
  await page.waitForSelector('#signin button[type=submit]');
  await page.click('#signin button[type=submit]');
}

export function untilReady(tab: Tab): Promise<unknown> {
  const state = () =>
    tab.page
      .evaluate(() => [
        document.querySelector<HTMLElement>('#content')?.dataset.state,
        document.querySelector('session-guard')?.getAttribute('phase'),
      ])
      // The page is on its way to the next one.
      .catch(() => []);
  return until(
    tab,
    'the dashboard, its session known',
    state,
    ([page, phase]) => page === 'ready' && /active|warning/.test(phase ?? ''),
    15_000,
  );
}

/** Pulls a lever of the panel, which need not be open. */
export function pull(tab: Tab, id: string): Promise<void> {
  return tab.page.evaluate((name) => document.getElementById(name)!.click(), id);
}
