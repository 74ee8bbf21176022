import type { BrowserContext } from 'puppeteer-core';
import { mark } from '../log.ts';
import { press, see, until, untilDialog, untilPhase, untilShown } from '../prompt.ts';
import { everything, type Attributes } from '../site-pages.ts';
import type { Site } from '../site.ts';
import { signIn, visit } from '../story.ts';
import { pass, type Tab } from '../tab.ts';
import { look } from '../voices/guard.ts';

export interface Stage {
  site: Site;
  context: BrowserContext;
  tab: Tab;
}

/** To sign in, people leave the page and come back to it. Nobody says who they are. */
export const anonymous: Attributes = {
  ...everything,
  'sign-in-target': '_self',
  'return-param': 'return_to',
  'protect-drafts': true,
};
export const leaving: Attributes = { ...anonymous, subject: ({ subject }) => subject };

/** Everything the tab keeps for the site, as text. */
export const stored = (tab: Tab): Promise<string> =>
  tab.page.evaluate(() => JSON.stringify({ ...sessionStorage }));

export const untilStored = (tab: Tab): Promise<string> =>
  until(
    tab,
    'a draft to be stored',
    () => stored(tab),
    (text) => text !== '{}',
  );

export const untilForgotten = (tab: Tab): Promise<string> =>
  until(
    tab,
    'no draft to be stored',
    () => stored(tab),
    (text) => text === '{}',
  );

export const untilOffered = (tab: Tab) =>
  untilShown(
    tab,
    'the draft to be offered',
    ({ banner, heading }) => banner && /^What you typed at .* was kept/.test(heading),
  );

export const valueOf = (tab: Tab, id: string): Promise<string> =>
  tab.page.evaluate((of) => {
    const element = document.getElementById(of) as HTMLInputElement;
    return element.isContentEditable ? element.innerText : element.value;
  }, id);

/** Ada is at work on a page whose session is alive for minutes. */
export async function open(
  { site, context, tab }: Stage,
  page: Attributes = leaving,
  content?: string,
): Promise<void> {
  site.sessions.life = 600;
  await signIn(context, site, 'subject' in page ? 'ada' : undefined);
  await visit(tab, site.page(page, { content }));
  await untilPhase(tab, 'active');
}

/** The server ends the session, and the page finds out. */
export async function endSession({ site, tab }: Stage): Promise<void> {
  site.sessions.end('session_expired');
  await look(tab);
  await untilPhase(tab, 'ended');
  await untilDialog(tab);
}

/** The person follows the link, signs in as somebody and is back on a new page. */
export async function signInAgain({ tab }: Stage, subject: string): Promise<void> {
  await follow(tab);
  await tab.page.type('#subject', subject);
  await tab.page.type('#password', 'right');
  const since = mark(tab.log);
  const arrives = tab.page.waitForNavigation();
  await tab.page.click('#enter');
  await arrives;
  await untilPhase(tab, 'active', { after: since });
}

/** What was typed before the end is offered to the person who typed it. */
export async function typeAndComeBack(stage: Stage, text: string): Promise<void> {
  await open(stage);
  await stage.tab.page.type('#notes', text);
  await endSession(stage);
  await signInAgain(stage, 'ada');
  await untilOffered(stage.tab);
}

export async function follow(tab: Tab): Promise<void> {
  const leaves = tab.page.waitForNavigation();
  await press(tab, 'sign-in');
  await leaves;
}

/** Nothing is offered, now or a moment later. */
export const hasNoOffer = async (tab: Tab): Promise<boolean> => {
  await pass(1200);
  const { dialog, banner } = await see(tab);
  return !dialog && !banner;
};
