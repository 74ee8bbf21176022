import type { Page } from 'puppeteer-core';
import { startDemo } from '../../../demo/start.ts';
import { guard } from '../../../e2e/extension/guarded.ts';
import { until } from '../../../e2e/extension/view.ts';
import { presetAt } from '../../../extension/profile/presets.ts';
import { pageOf, prepare, type Stage } from './stage.ts';
import type { State } from './state.ts';

/** A dashboard of the demo without its own element, guarded by the extension; the session lives so many seconds. */
function dashboard(name: string, ttl: number, says: RegExp, then?: string): State {
  let demo: Awaited<ReturnType<typeof startDemo>> | undefined;
  return {
    name,
    kind: 'site',
    async reach(stage) {
      demo = await startDemo();
      const tab = await stage.newTab();
      const page = await prepare(pageOf(tab));
      await page.setViewport({ width: 1280, height: 800, deviceScaleFactor: 1 });
      const there = { ttl: `${ttl}s`, return_to: '/trust-leads/?unguarded&panel=closed' };
      await page.goto(`${demo.url}/trust-leads/signin?${new URLSearchParams(there)}`);
      await page.click('#signin button');
      await page.waitForSelector('#content[data-state="ready"]');
      const { sites } = presetAt('trust-leads', `${demo.url}/trust-leads/`) as { sites: object[] };
      // Its looks tell all; a warning as early as may be, for there are many pictures to take.
      await guard(stage, { ...sites[0], expiry: [{ from: 'look' }], signs: [], warnBefore: '2m' }, [
        'cookies',
      ]);
      const prompt = stage.prompt(tab);
      await until(
        'the prompt',
        () => prompt.text(),
        (text) => says.test(text),
        60_000,
      );
      if (then) await dismiss(prompt, then);
      return page;
    },
    async leave() {
      await demo?.close();
    },
  };
}

async function dismiss(prompt: ReturnType<Stage['prompt']>, named: string): Promise<void> {
  // Its buttons take no click before they were seen for a while.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await prompt.click({ named });
  await until(
    'the banner',
    () => prompt.box(),
    ({ height }) => height < 200,
  );
}

export const framesOf = (page: Page) =>
  page.frames().filter((frame) => frame.url().startsWith('chrome-extension://'));

export const prompts: State[] = [
  dashboard('prompt-warning', 130, /about to end/),
  dashboard('prompt-banner', 130, /about to end/, 'Hide'),
  dashboard('prompt-over', 12, /Technical details/),
];
