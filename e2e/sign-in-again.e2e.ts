import { describe, expect } from 'vitest';
import { start, type GuardElement } from './element.ts';
import { entriesOf, mark } from './log.ts';
import { press, see, untilClosed, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { hide, pass, show } from './tab.ts';

describe.concurrent('Signing in again', () => {
  story(
    'in the tab that the link opens closes the prompt on return, and nothing is lost',
    async ({ site, context, tab }) => {
      site.sessions.life = 10;
      await signIn(context, site);
      // Nothing is known, and no dialog takes the focus, until the person is in the field.
      site.answer('/api/session', { status: 503 });
      await visit(tab, site.page(everything));
      await untilEvent(tab, 'problem');
      site.answer('/api/session', undefined);
      await tab.page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('#name')!;
        field.value = 'Ada Lovelace';
        field.focus();
        field.setSelectionRange(4, 12);
        void document.querySelector<GuardElement>('session-guard')?.look();
      });
      await untilPhase(tab, 'ended');
      await untilDialog(tab);

      const opened = context.waitForTarget((target) => target.url().endsWith('/signin'), { timeout: 5000 });
      await press(tab, 'sign-in');
      const other = await (await opened).page();
      if (!other) throw new Error('The link opened no tab.');
      expect(entriesOf(tab.log, 'session-guard-before-sign-in')).toHaveLength(1);
      expect(await other.evaluate(() => window.opener)).toBe(null);

      site.sessions.life = 100;
      await other.waitForSelector('#enter');
      await Promise.all([other.waitForNavigation(), other.click('#enter')]);
      const since = mark(tab.log);
      await show(tab);
      await untilEvent(tab, 'restored', { after: since, within: 4000 });
      await untilClosed(tab, { within: 2000 });
      expect(await see(tab)).toMatchObject({ phase: 'active', focus: 'name' });
      const field = await tab.page.evaluate(() => {
        const { value, selectionStart, selectionEnd } = document.querySelector<HTMLInputElement>('#name')!;
        return [value, selectionStart, selectionEnd];
      });
      expect(field).toEqual(['Ada Lovelace', 4, 12]);
      expect(site.askedOf('/api/session/renew')).toEqual([]);
    },
  );

  story('told by `start()` closes it too', async ({ site, context, tab }) => {
    site.sessions.life = 6;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'ended');
    await untilDialog(tab);
    await start(tab, 90);
    await untilEvent(tab, 'restored', { within: 2000 });
    await untilClosed(tab, { within: 2000 });
  });

  story('is not assumed: coming back without it leaves the prompt there', async ({ site, context, tab }) => {
    site.sessions.life = 6;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'ended');
    await untilDialog(tab);
    const since = mark(tab.log);
    const other = await hide(tab);
    await other.close();
    await show(tab);
    await pass(2500);
    expect(await see(tab)).toMatchObject({ phase: 'ended', dialog: true });
    expect(entriesOf(tab.log, 'session-guard-restored', since)).toEqual([]);
  });
});
