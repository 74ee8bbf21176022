import type { Page } from 'puppeteer-core';
import { pageView } from '../../../e2e/extension/chromium-view.ts';
import { address, agreed, hold, orders, watched } from './sites.ts';
import { pageOf, untilReads, type Stage } from './stage.ts';
import { day, type State } from './state.ts';

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const inMinutes = (count: number) => Math.round(Date.now() / 1000) + count * 60;

/** The dialog over a page that keeps things, as pages do. */
async function dialog(stage: Stage): Promise<Page> {
  await stage.grant({ origins: [`https://${orders.host}/*`], permissions: ['cookies'] });
  const tab = await stage.siteTab(address);
  const token = `${encoded({ alg: 'none' })}.${encoded({ exp: inMinutes(50) })}.signature`;
  await pageOf(tab).evaluate(
    (token, end) => {
      localStorage.setItem('access-token', token);
      document.cookie = `session_expires_at=${end}; secure`;
      document.cookie = '_ga=GA1.1; max-age=31536000; secure';
      document.cookie = 'XSRF-TOKEN=x; max-age=7200; secure';
    },
    token,
    inMinutes(23),
  );
  const page = await stage.ownPage('guarding', `?tab=${tab.id}`);
  await untilReads(page, /We found places/);
  return page;
}

async function guarded(stage: Stage, watch: ReturnType<typeof agreed>, reads: RegExp): Promise<Page> {
  await hold(stage, [watched({ watch })]);
  const tab = await stage.siteTab(address);
  const page = await stage.ownPage('guarding', `?site=orders&tab=${tab.id}`);
  await untilReads(page, reads);
  return page;
}

const reach: Record<string, State['reach']> = {
  'guard-question': dialog,
  async 'guard-candidates'(stage) {
    const page = await dialog(stage);
    await pageView(page).click({ named: 'It tells us' });
    await untilReads(page, /session_expires_at/);
    return page;
  },
  'guard-watching': (stage) =>
    guarded(stage, { since: Date.now() - 3 * day, ends: agreed().ends.slice(1) }, /We have watched/),
  'guard-proposal': (stage) => guarded(stage, agreed(), /Use this rule/),
};

export const guards: State[] = Object.entries(reach).map(([name, reach]) => ({ name, kind: 'page', reach }));
