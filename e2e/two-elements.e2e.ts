import { describe, expect } from 'vitest';
import { see, until, untilDialog, untilEvent } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';

describe.concurrent('Two elements in one page', () => {
  story('get along', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page([everything, everything]));
    await untilDialog(tab);
    await untilEvent(tab, 'expired');
    // Each learns of it by a look of its own.
    const seen = await until(
      tab,
      'the first to end',
      () => see(tab),
      ({ phase }) => phase === 'ended',
    );
    expect(seen.dialog).toBe(true);
  });

  story('get along when they differ, come late, move and leave', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page([everything, { ...everything, 'sign-in-url': '/other', headless: true }]));
    await untilDialog(tab);
    await tab.page.evaluate(() => {
      const [first, second] = document.querySelectorAll('session-guard');
      if (first && second) document.body.prepend(second);
      const third = document.createElement('session-guard');
      third.setAttribute('session-url', '/api/session');
      document.body.append(third);
      third.remove();
      first?.remove();
    });
    await untilEvent(tab, 'ended');
    const dialogs = await tab.page.evaluate(
      () => document.querySelectorAll('dialog[open]').length + document.querySelectorAll(':modal').length,
    );
    expect(dialogs).toBe(0);
  });
});
