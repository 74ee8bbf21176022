import type { Page } from 'puppeteer-core';
import { manySites, type MadeUp } from '../../../extension/popup/testing/made-up.ts';
import { address, agreed, few, hold, orders, over, watched } from './sites.ts';
import { revoked, untilReads, type Stage } from './stage.ts';
import type { State } from './state.ts';

async function popup(stage: Stage, sites: MadeUp[], reads: RegExp, answer?: typeof revoked): Promise<Page> {
  if (sites.length > 0) await hold(stage, sites);
  const page = await stage.popupPage(await stage.siteTab(address, answer));
  await untilReads(page, reads);
  return page;
}

const freshlyKept = () => ({ ...orders, state: { keepFresh: { since: Date.now() } } });

const reach: Record<string, State['reach']> = {
  'popup-empty': (stage) => popup(stage, [], /Guard this site/),
  'popup-one': (stage) => popup(stage, [freshlyKept()], /Stay signed in/),
  'popup-twenty': (stage) => popup(stage, [orders, ...manySites(19)], /Payroll 1/),
  'popup-watching': (stage) => popup(stage, [watched(), ...few], /take note/),
  'popup-proposal': (stage) => popup(stage, [watched({ watch: agreed() }), ...few], /suggestion/),
  'popup-over': (stage) => popup(stage, [over(), ...few], /Sign in again/, revoked),
  async 'popup-denied'(stage) {
    const page = await popup(stage, [], /Guard this site/);
    // Nobody is there to say no to the browser's question.
    await page.evaluate(() => {
      const { permissions } = (globalThis as unknown as { chrome: { permissions: object } }).chrome;
      Object.assign(permissions, { request: () => Promise.resolve(false) });
    });
    await page.click('[data-offer=guard]');
    await untilReads(page, /Ask again/);
    return page;
  },
};

export const popups: State[] = Object.entries(reach).map(([name, reach]) => ({ name, kind: 'popup', reach }));
