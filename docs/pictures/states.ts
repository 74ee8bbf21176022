import type { HTTPRequest } from 'puppeteer-core';
import { press, untilEvent, untilPhase, untilShown } from '../../e2e/prompt.ts';
import type { Tab } from '../../e2e/tab.ts';

/** What is pictured, and the way there. */
export interface State {
  name: string;
  /** Which demo system. */
  system: 'arcp' | 'asterwise' | 'trust-leads';
  /** Seconds that the session lives when nothing moves its end; the warning comes 30 s before it, or half-way. */
  ttl: number;
  /** What the element must say while the pictures are taken, before and after each. */
  phase: 'active' | 'warning' | 'expired' | 'ended';
  /** Switches of the demo, as its addresses have them. */
  asked?: string;
  /** What to bring into view; the top of the page where nothing is named. */
  inView?: string;
  /** Wide pictures show what both sides believe, where that is the story. */
  panelWhenWide?: boolean;
  /** From a dashboard that was just opened, the session alive. */
  reach(tab: Tab): Promise<void>;
}

/** For a session to come to its point, on a machine that is busy with eight others. */
const patience = 75_000;
/** For what is due at once. Longer, the browser would not let a page be asked. */
const soon = 25_000;

const ofArcp: Omit<State, 'system'>[] = [
  { name: 'active', ttl: 1800, phase: 'active', panelWhenWide: true, reach: async () => {} },
  { name: 'warning', ttl: 60, phase: 'warning', reach: untilDialog },
  { name: 'last-seconds', ttl: 40, phase: 'warning', reach: untilLastSeconds },
  { name: 'renewal-failed', ttl: 60, phase: 'warning', reach: failToRenew },
  { name: 'expired', ttl: 10, phase: 'ended', reach: untilOver },
  { name: 'restarted', ttl: 1800, phase: 'ended', panelWhenWide: true, reach: restartServer },
  { name: 'offline', ttl: 12, phase: 'expired', reach: expireOffline },
  { name: 'cannot-renew', ttl: 60, phase: 'warning', reach: warnWithoutRenewal },
  { name: 'dismissed', ttl: 60, phase: 'warning', reach: dismiss },
];

const ofAsterwise: Omit<State, 'system'>[] = [
  { name: 'revoked', ttl: 1800, phase: 'ended', reach: revoke },
  { name: 'not-found', ttl: 1800, phase: 'ended', reach: restartServer },
];

export const states: State[] = [
  ...ofArcp.map((state) => ({ system: 'arcp' as const, ...state })),
  ...ofAsterwise.map((state) => ({ system: 'asterwise' as const, ...state })),
];

async function untilDialog(tab: Tab): Promise<void> {
  await untilShown(tab, 'an open dialog', ({ dialog }) => dialog, { within: patience });
}

async function untilLastSeconds(tab: Tab): Promise<void> {
  await untilDialog(tab);
  await tab.page.waitForFunction(
    () => {
      const endsAt = document.querySelector('session-guard')?.getAttribute('ends-at');
      return endsAt && new Date(endsAt).getTime() - Date.now() <= 9500;
    },
    { timeout: soon },
  );
}

async function failToRenew(tab: Tab): Promise<void> {
  await tab.page.setRequestInterception(true);
  tab.page.on('request', refuseRenewals);
  await untilDialog(tab);
  await press(tab, 'renew');
  await untilNote(tab);
}

function refuseRenewals(request: HTTPRequest): void {
  void (request.url().endsWith('/auth/renew') ? request.respond({ status: 503 }) : request.continue());
}

async function untilNote(tab: Tab): Promise<void> {
  await tab.page.waitForFunction(
    () => document.querySelector('session-guard')?.shadowRoot?.querySelector('dialog #n')?.textContent,
    { timeout: soon },
  );
}

/** The dashboard has its data. */
export async function untilReady(tab: Tab): Promise<void> {
  await tab.page.waitForSelector('#content[data-state="ready"]');
  await untilPhase(tab, 'active');
}

export async function untilOver(tab: Tab): Promise<void> {
  await untilPhase(tab, 'ended', { within: patience });
  await untilDialog(tab);
}

function restartServer(tab: Tab): Promise<void> {
  return endOnServer(tab, '#do-restart', 'not-found');
}

function revoke(tab: Tab): Promise<void> {
  return endOnServer(tab, '#do-revoke', 'revoked');
}

/** Somebody else ends it, and the person's next request finds out. */
async function endOnServer(tab: Tab, lever: string, state: string): Promise<void> {
  await tab.page.click('#panel-toggle');
  await tab.page.click(lever);
  await tab.page.waitForFunction(
    (wanted) => document.querySelector<HTMLElement>('#server-state')?.dataset.phase === wanted,
    { timeout: soon },
    state,
  );
  await tab.page.click('#panel-toggle');
  await tab.page.click('#refresh');
  await untilEvent(tab, 'ended', { within: patience });
  await untilDialog(tab);
}

async function expireOffline(tab: Tab): Promise<void> {
  await tab.page.$eval('#is-offline', (box) => (box as HTMLInputElement).click());
  await untilPhase(tab, 'expired', { within: patience });
  await untilShown(tab, 'words that claim no more', ({ heading }) => /probably/.test(heading), {
    within: patience,
  });
}

async function warnWithoutRenewal(tab: Tab): Promise<void> {
  await tab.page.$eval('session-guard', (guard) => guard.removeAttribute('renew-url'));
  await untilDialog(tab);
}

async function dismiss(tab: Tab): Promise<void> {
  await untilDialog(tab);
  await press(tab, 'dismiss');
  await untilShown(tab, 'the banner', ({ banner, dialog }) => banner && !dialog);
}
