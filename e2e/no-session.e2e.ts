import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { see, untilDialog, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import type { Site } from './site.ts';
import { signIn, story, visit } from './story.ts';
import { pass, type Tab } from './tab.ts';

async function expectNothing(tab: Tab, site: Site): Promise<void> {
  await untilPhase(tab, 'none', { within: 5000 });
  await pass(3000);
  expect(await see(tab)).toMatchObject({ phase: 'none', endsAt: null, dialog: false, banner: false });
  const loaded = tab.log.entries.findLastIndex(({ kind }) => kind === 'pageshow');
  for (const name of ['warning', 'expired', 'ended', 'restored', 'problem']) {
    expect(entriesOf(tab.log, `session-guard-${name}`, loaded)).toEqual([]);
  }
  expect(site.askedOf('/api/session/renew')).toEqual([]);
}

describe.concurrent('A visitor who has no session sees nothing', () => {
  story('where the look is answered with 401', async ({ site, tab }) => {
    await visit(tab, site.page(everything));
    await expectNothing(tab, site);
  });

  story('where it is answered with 200 and null', async ({ site, tab }) => {
    site.answer('/api/session', { body: null });
    await visit(tab, site.page(everything));
    await expectNothing(tab, site);
  });

  story('where it is answered with a bare 401', async ({ site, tab }) => {
    site.answer('/api/session', { status: 401 });
    await visit(tab, site.page(everything));
    await expectNothing(tab, site);
  });

  story('after signing out and coming back', async ({ site, context, tab }) => {
    const url = site.page(everything);
    site.sessions.life = 60;
    await signIn(context, site);
    await visit(tab, url);
    await untilPhase(tab, 'active');
    await tab.page.goto(`${site.origin}/signout`);
    await Promise.all([tab.page.waitForNavigation(), tab.page.click('#back')]);
    expect(tab.page.url()).toBe(url);
    await expectNothing(tab, site);
    await tab.page.reload();
    await expectNothing(tab, site);
  });

  story('and after reloading a page whose session had ended', async ({ site, context, tab }) => {
    site.sessions.life = 10;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'ended');
    await untilDialog(tab);
    await tab.page.reload();
    await expectNothing(tab, site);
  });
});
