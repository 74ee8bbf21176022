import { end, renew, start } from '../../e2e/element.ts';
import { everything } from '../../e2e/site-pages.ts';
import { openTab, pass, type Tab } from '../../e2e/tab.ts';
import { verdict, type Bench } from '../bench.ts';
import type { Lab } from '../lab.ts';

const sizes = [1, 20, 100];
const life = 60;
const look = '/api/session';
const renewal = '/api/session/renew';

/** What one need of a session costs the server, with so many tabs open. */
interface Cost {
  /** All were asked to renew at once. */
  renewals: number;
  /** Before one warning, and at one end. */
  looks: [beforeWarning: number, atEnd: number];
  /** Tabs that ended up with one and the same end. */
  renewalSeen: number;
}

export const tabsBench: Bench = {
  name: 'tabs',
  about: 'renewals and looks per need with 1, 20 and 100 tabs open',
  runs: 'alone',
  within: 500,
  async run(lab) {
    const costs: Cost[] = [];
    for (const size of sizes) costs.push(await costOf(lab, size));
    const of = (read: (cost: Cost) => number) => costs.map(read);
    const most = [1, 2, 2];
    const beforeWarning = of(({ looks }) => looks[0]);
    const atEnd = of(({ looks }) => looks[1]);
    const looks = (what: string, found: number[]) => ({
      what: `looks per need, ${what}, 1 / 20 / 100 tabs`,
      figure: '≤ 1 / 2 / 2',
      measured: found.join(' / '),
      reached: found.every((count, i) => count <= most[i]!),
    });
    return {
      rows: [
        {
          what: 'renewals per need, all tabs asked at once, 1 / 20 / 100 tabs',
          figure: '1 / 1 / 1',
          measured: of(({ renewals }) => renewals).join(' / '),
          reached: costs.every(({ renewals }) => renewals === 1),
        },
        looks('before a warning', beforeWarning),
        looks('at the end', atEnd),
      ],
      verdicts: [
        verdict(
          'renewal seen by all tabs',
          costs.map(({ renewalSeen }, i) => missed(renewalSeen, sizes[i]!)),
        ),
        verdict('sign-out seen by all tabs', [missed(await signOutSeenBy(lab, 20), 20)]),
      ],
    };
  },
};

const missed = (seen: number, size: number) => (seen === size ? undefined : `${seen} of ${size} tabs`);

async function openMany(lab: Lab, size: number) {
  const site = await lab.site(3600);
  const context = await lab.context(site);
  const url = site.page(everything);
  const tabs: Tab[] = [];
  for (let i = 0; i < size; i++) {
    const tab = await openTab(context);
    await tab.page.goto(url);
    tabs.push(tab);
  }
  await untilAll(tabs, 'active', 10);
  return { site, context, tabs };
}

async function costOf(lab: Lab, size: number): Promise<Cost> {
  const { site, context, tabs } = await openMany(lab, size);
  let since = Date.now();
  site.sessions.life = 7200;
  await Promise.all(tabs.map((tab) => renew(tab)));
  const renewals = site.askedOf(renewal, since).length;
  const ends = new Set(await Promise.all(tabs.map(endsAt)));
  const renewalSeen = ends.size === 1 && !ends.has(null) ? size : 0;

  site.sessions.life = life;
  since = Date.now();
  site.sessions.extendLatest();
  await start(tabs[0]!, life);
  await untilAll(tabs, 'warning', life);
  const beforeWarning = site.askedOf(look, since).length;
  since = Date.now();
  // Hidden ones take their time to hear; what they ask meanwhile is what is counted.
  await untilAll(tabs, 'ended', life);
  await pass(3000);
  const atEnd = site.askedOf(look, since).length;
  await context.close();
  return { renewals, looks: [beforeWarning, atEnd], renewalSeen };
}

async function signOutSeenBy(lab: Lab, size: number): Promise<number> {
  const { context, tabs } = await openMany(lab, size);
  await end(tabs[0]!);
  await pass(1500);
  const phases = await Promise.all(tabs.map((tab) => tab.page.evaluate(phaseHere)));
  await context.close();
  return phases.filter((phase) => phase === 'ended').length;
}

/** Waits until all are in the phase; what is missing then shows in the figures. */
async function untilAll(tabs: Tab[], phase: string, seconds: number): Promise<void> {
  const deadline = Date.now() + (seconds + 5) * 1000;
  for (const tab of tabs)
    while (Date.now() < deadline && (await tab.page.evaluate(phaseHere)) !== phase) await pass(250);
}

const endsAt = (tab: Tab): Promise<string | null> =>
  tab.page.evaluate(() => document.querySelector('session-guard')!.getAttribute('ends-at'));
const phaseHere = () => document.querySelector('session-guard')!.getAttribute('phase');
