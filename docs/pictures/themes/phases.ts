import { press, untilDialog, untilPhase, untilShown } from '../../../e2e/prompt.ts';
import { everything, type Attributes } from '../../../e2e/site-pages.ts';
import type { Site } from '../../../e2e/site.ts';
import type { Tab } from '../../../e2e/tab.ts';

export interface Stage {
  site: Site;
  tab: Tab;
}

/** What is pictured in each theme, and the way there. */
export interface Phase {
  name: string;
  title: string;
  /** Seconds that the session lives. */
  life: number;
  page: Attributes;
  /** What the element must say before and after its pictures. */
  says: 'active' | 'warning' | 'ended';
  /** From a page that just opened. */
  reach(stage: Stage): Promise<void>;
}

const within = 30_000;
/** Who is signed in. */
export const subject = 'ada';

/** Its warning is due as the page opens, and stays so however the clocks of page and server agree. */
const soon = { life: 38, page: { ...everything, 'warn-before': '40s', 'sign-out-url': '/signout' } };

const phases = {
  warning: {
    title: 'Warning',
    ...soon,
    says: 'warning',
    reach: ({ tab }) => warned(tab),
  },
  final: {
    title: 'Cannot be renewed',
    life: soon.life,
    page: { 'session-url': '/api/session', 'sign-in-url': '/signin', 'warn-before': '40s' },
    says: 'warning',
    reach: ({ tab }) => warned(tab),
  },
  failed: {
    title: 'Renewing failed',
    ...soon,
    says: 'warning',
    async reach({ site, tab }) {
      site.answer('/api/session/renew', { status: 503 });
      await warned(tab);
      await press(tab, 'renew');
      await tab.page.waitForFunction(
        () => document.querySelector('session-guard')?.shadowRoot?.querySelector('dialog #n')?.textContent,
        { timeout: within },
      );
    },
  },
  expired: {
    title: 'Expired',
    life: 3,
    page: everything,
    says: 'ended',
    reach: ({ tab }) => ended(tab),
  },
  stranger: {
    title: 'Somebody else',
    life: 600,
    page: { ...everything, subject },
    says: 'ended',
    async reach({ site, tab }) {
      await untilPhase(tab, 'active', { within });
      const body = { expires_at: new Date(Date.now() + 600_000).toISOString(), subject: 'grace' };
      site.answer('/api/session', { body });
      await tab.page.evaluate(() => document.querySelector('session-guard')?.look());
      await ended(tab);
    },
  },
  banner: {
    title: 'Put away',
    ...soon,
    says: 'warning',
    async reach({ tab }) {
      await warned(tab);
      await press(tab, 'dismiss');
      await untilShown(tab, 'the banner', ({ banner, dialog }) => banner && !dialog, { within });
    },
  },
  draft: {
    title: 'Kept draft',
    life: 600,
    page: {
      ...everything,
      subject,
      'sign-in-target': '_self',
      'return-param': 'return_to',
      'protect-drafts': true,
    },
    says: 'active',
    async reach({ site, tab }) {
      await untilPhase(tab, 'active', { within });
      await tab.page.type('#notes', 'Leave it with the porter.');
      site.sessions.end('session_expired');
      await tab.page.evaluate(() => document.querySelector('session-guard')?.look());
      await ended(tab);
      await Promise.all([tab.page.waitForNavigation(), press(tab, 'sign-in')]);
      await tab.page.type('#subject', subject);
      await Promise.all([tab.page.waitForNavigation(), tab.page.click('#enter')]);
      await untilShown(tab, 'the offer', ({ banner }) => banner, { within });
    },
  },
} satisfies Record<string, Omit<Phase, 'name'>>;

export type PhaseName = keyof typeof phases;

export const phaseNames = Object.keys(phases) as PhaseName[];

export const phaseOf = (name: PhaseName): Phase => ({ name, ...phases[name] });

async function warned(tab: Tab): Promise<void> {
  await untilPhase(tab, 'warning', { within });
  await untilDialog(tab, { within });
}

async function ended(tab: Tab): Promise<void> {
  await untilPhase(tab, 'ended', { within });
  await untilDialog(tab, { within });
}
