import { press, untilDialog, untilEvent, untilShown } from '../../e2e/prompt.ts';
import { hide, show, type Tab } from '../../e2e/tab.ts';
import { untilOver, untilReady, type State } from './states.ts';

const half = 45_000;

/** What people meet on the way back from a session that is over, and shortly before. */
export const comingBack: State[] = [
  { name: 'notice', system: 'arcp', ttl: 1800, phase: 'active', reach: notice },
  { name: 'covered', system: 'trust-leads', ttl: 12, asked: 'cover', phase: 'ended', reach: untilOver },
  { name: 'other-user', system: 'arcp', ttl: 1800, phase: 'ended', reach: somebodyElse },
  { name: 'restart', system: 'asterwise', ttl: 1800, phase: 'expired', reach: flowEnds },
  { name: 'details', system: 'arcp', ttl: 12, phase: 'ended', reach: openDetails },
  { name: 'draft', system: 'arcp', ttl: 12, asked: 'drafts&same-tab', phase: 'active', reach: comeBack },
  {
    name: 'draft-restored',
    system: 'arcp',
    ttl: 12,
    asked: 'drafts&same-tab',
    phase: 'active',
    inView: '#hand-over',
    reach: putBack,
  },
];

async function notice(tab: Tab): Promise<void> {
  await tab.page.$eval('session-guard', (guard) => guard.setAttribute('notice-before', '29m59s'));
  await untilShown(tab, 'the notice', ({ banner }) => banner, { within: half });
}

async function somebodyElse(tab: Tab): Promise<void> {
  const other = await hide(tab);
  await other.goto(`${new URL(tab.page.url()).origin}/arcp/signin?as=adm-c07e94&then=close&ttl=1800s`);
  await other.click('#signin button');
  await other.waitForSelector('#close-tab');
  await other.close();
  await show(tab);
  await tab.page.evaluate(() => document.querySelector('session-guard')?.look());
  await untilEvent(tab, 'ended', { within: half });
  await untilDialog(tab);
}

async function flowEnds(tab: Tab): Promise<void> {
  await tab.page.goto(`${new URL(tab.page.url()).origin}/asterwise/verify?begin&ttl=10s&panel=closed`);
  await tab.page.waitForSelector('#email-step:not([hidden])');
  await tab.page.click('#email-step button');
  await untilDialog(tab, { within: half });
  await untilShown(tab, 'the end', ({ heading }) => /ended/.test(heading), { within: half });
}

async function openDetails(tab: Tab): Promise<void> {
  await untilOver(tab);
  await tab.page.$eval('session-guard', (guard) => {
    guard.shadowRoot!.querySelector('details')!.open = true;
  });
}

const words = ' The probe answers again since noon; watch its heartbeat until the review.';

async function comeBack(tab: Tab): Promise<void> {
  await tab.page.type('[name=shift_notes]', words);
  await untilOver(tab);
  await Promise.all([tab.page.waitForNavigation(), press(tab, 'sign-in')]);
  await Promise.all([tab.page.waitForNavigation(), tab.page.click('#signin button')]);
  await untilReady(tab);
  await untilShown(tab, 'the offer', ({ banner }) => banner, { within: half });
}

async function putBack(tab: Tab): Promise<void> {
  await comeBack(tab);
  await press(tab, 'restore');
  await untilShown(tab, 'no banner', ({ banner }) => !banner, { within: half });
}
