import { describe, expect } from 'vitest';
import { readAccessible } from './accessible.ts';
import { entriesOf } from './log.ts';
import { see, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything, idle } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { expectAt } from './times.ts';

describe.concurrent('The warning', () => {
  story(
    'comes at once when a look finds less than thirty seconds left, and once only',
    async ({ site, context, tab }) => {
      await signIn(context, site);
      await visit(tab, site.page(everything));
      const warning = await untilEvent(tab, 'warning', { within: 3000 });
      expect(warning.phase).toBe('warning');
      expect(warning.detail).toMatchObject({ canRenew: true });
      await untilDialog(tab, { within: 2000 });
      await untilEvent(tab, 'expired');
      expect(entriesOf(tab.log, 'session-guard-warning')).toHaveLength(1);
    },
  );

  story(
    'is a modal dialog with a heading, the time left and what can be done',
    async ({ site, context, tab }) => {
      await signIn(context, site);
      await visit(tab, site.page(everything));
      await untilDialog(tab);
      const seen = await see(tab);
      expect(seen).toMatchObject({ phase: 'warning', dialog: true, modal: true, banner: false });
      expect(seen.states).toEqual(['warning']);
      expect(seen.heading).not.toBe('');
      expect(seen.parts).toEqual(expect.arrayContaining(['heading', 'countdown', 'renew', 'dismiss']));
      expect(seen.text).toMatch(/\d/);
    },
  );

  story.needs('accessibility tree')(
    'is an alert dialog with a name and words for assistive technology',
    async ({ site, context, tab }) => {
      await signIn(context, site);
      await visit(tab, site.page(everything));
      await untilDialog(tab);
      const dialog = await readAccessible(tab, 'alertdialog');
      expect(dialog?.name).toBeTruthy();
      expect(dialog?.description).toBeTruthy();
    },
  );

  story('comes when half of a short idle timeout is left', async ({ site, context, tab }) => {
    site.limitIdleTime(14);
    await signIn(context, site);
    await visit(tab, site.page(idle('14s')));
    await untilPhase(tab, 'active', { within: 2000 });
    expect(await see(tab)).toMatchObject({ dialog: false, banner: false, states: [] });
    expectAt(await untilEvent(tab, 'warning'), site.endsAt() - 7000);
    expectAt(await untilEvent(tab, 'expired'), site.endsAt());
  });

  story('leaves the page and what was written in it alone', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page(everything));
    const elements = await tab.page.evaluate(() => {
      document.body.style.height = '5000px';
      scrollTo(0, 400);
      document.querySelector<HTMLTextAreaElement>('#notes')!.value = 'half a page of work';
      return document.querySelectorAll('body *').length;
    });
    await untilDialog(tab);
    await untilEvent(tab, 'expired');
    const kept = await tab.page.evaluate(() => [
      scrollY,
      document.querySelector<HTMLTextAreaElement>('#notes')?.value,
      document.querySelectorAll('body *').length,
    ]);
    expect(kept).toEqual([400, 'half a page of work', elements]);
  });

  story('is only events when the element is headless', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page({ ...everything, headless: true }));
    await untilEvent(tab, 'warning');
    await untilEvent(tab, 'expired');
    await untilEvent(tab, 'ended');
    expect(await see(tab)).toMatchObject({ phase: 'ended', dialog: false, banner: false });
    expect(entriesOf(tab.log, 'shown').some(({ detail }) => (detail as { dialog: boolean }).dialog)).toBe(
      false,
    );
  });
});
