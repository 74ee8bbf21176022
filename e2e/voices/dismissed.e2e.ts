import { describe, expect } from 'vitest';
import type { GuardElement } from '../element.ts';
import { press, see, untilDialog, untilPhase } from '../prompt.ts';
import { story, visit } from '../story.ts';
import type { Site } from '../site.ts';
import { hide, pass, show, stepClock, type Tab } from '../tab.ts';
import { endBy, untilBanner } from './guard.ts';

const minute = 60_000;

/** The person wants to copy something first. */
async function untilDismissed({ site, tab }: { site: Site; tab: Tab }): Promise<void> {
  await visit(tab, site.page({ 'expires-in': '600', 'sign-in-url': '/signin' }));
  await untilPhase(tab, 'active');
  await endBy(tab, 'revoked');
  await untilDialog(tab);
  await press(tab, 'dismiss');
  await untilBanner(tab);
}

async function beAway(tab: Tab, minutes: number): Promise<void> {
  const other = await hide(tab);
  await stepClock(tab, minutes * minute);
  await other.close();
  await show(tab);
}

describe.concurrent('A sign-in prompt that was put aside', () => {
  story('comes back when a request is refused', async ({ site, tab }) => {
    await untilDismissed({ site, tab });
    await pass(1500);
    expect(await see(tab)).toMatchObject({ dialog: false, banner: true });
    await tab.page.evaluate(() => {
      const body = { error: 'session_expired' };
      const reply = { url: `${location.origin}/api/data`, status: 401, headers: new Headers(), body };
      document.querySelector<GuardElement>('session-guard')!.observe(reply);
    });
    await untilDialog(tab);
  });

  story('comes back to a person who was away for five minutes', async ({ site, tab }) => {
    await untilDismissed({ site, tab });
    await beAway(tab, 6);
    await untilDialog(tab);
  });

  story('stays aside for one who was away for four', async ({ site, tab }) => {
    await untilDismissed({ site, tab });
    await beAway(tab, 4);
    await pass(2000);
    expect(await see(tab)).toMatchObject({ dialog: false, banner: true });
  });
});
