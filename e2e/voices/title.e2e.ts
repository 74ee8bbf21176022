import { describe, expect } from 'vitest';
import { readTimers } from '../in-page/timers.ts';
import { until, untilDialog, untilEvent, untilShown } from '../prompt.ts';
import { story, visit } from '../story.ts';
import { hide, pass, show, type Tab } from '../tab.ts';
import { set, warned } from './guard.ts';

const own = 'A page with work in it';
const counting = { ...warned, 'title-countdown': true } as const;

const titleOf = (tab: Tab) => tab.page.evaluate(() => document.title);

const untilTitle = (tab: Tab, title: string | RegExp, within?: number) =>
  until(
    tab,
    `the title ${title}`,
    () => titleOf(tab),
    (now) => (typeof title === 'string' ? now === title : title.test(now)),
    within,
  );

describe.concurrent('The title of a tab that is warned', () => {
  story('counts minutes while it is out of sight, and wakes for nothing else', async ({ site, open }) => {
    const tab = await open({ countTimers: true });
    await visit(tab, site.page({ ...counting, 'expires-in': '145' }));
    await untilDialog(tab);
    expect(await titleOf(tab)).toBe(own);
    await hide(tab);
    await untilTitle(tab, `Less than 3 minutes left · ${own}`);
    // What the prompt's coming was waited for with has passed by then.
    await pass(3500);
    const before = await tab.page.evaluate(readTimers);
    await untilTitle(tab, `Less than 2 minutes left · ${own}`, 30_000);
    const after = await tab.page.evaluate(readTimers);
    expect((after?.wakeUps ?? NaN) - (before?.wakeUps ?? NaN)).toBeLessThanOrEqual(1);
    await show(tab);
    await untilTitle(tab, own);
  });

  story('that the page sets meanwhile stays', async ({ site, tab }) => {
    await visit(tab, site.page(counting));
    await untilDialog(tab);
    await hide(tab);
    await untilTitle(tab, `Less than 10 minutes left · ${own}`);
    await tab.page.evaluate(() => {
      document.title = '3 new mails';
    });
    await set(tab, 'expires-in', '175');
    await untilTitle(tab, 'Less than 3 minutes left · 3 new mails');
    await tab.page.evaluate(() => {
      document.title = '4 new mails';
    });
    await show(tab);
    await pass(300);
    expect(await titleOf(tab)).toBe('4 new mails');
  });

  story('is its own again at the end, and when the element is taken out', async ({ site, tab }) => {
    await visit(tab, site.page(counting));
    await untilDialog(tab);
    await hide(tab);
    await untilTitle(tab, `Less than 10 minutes left · ${own}`);
    await set(tab, 'expires-in', '4');
    await untilTitle(tab, `Less than 1 minute left · ${own}`);
    await untilEvent(tab, 'expired');
    await untilTitle(tab, own);

    await set(tab, 'expires-in', '590');
    await untilTitle(tab, `Less than 10 minutes left · ${own}`);
    await tab.page.evaluate(() => document.querySelector('session-guard')!.remove());
    await untilTitle(tab, own);
  });

  story('is left alone where nobody asked for it, and by the quiet notice', async ({ site, open }) => {
    const quiet = { ...counting, 'expires-in': '300', 'warn-before': '30s', 'notice-before': '10m' };
    for (const page of [warned, quiet]) {
      const tab = await open();
      await visit(tab, site.page(page));
      await untilShown(tab, 'a prompt', ({ dialog, banner }) => dialog || banner);
      await hide(tab);
      await pass(1000);
      expect(await titleOf(tab)).toBe(own);
    }
  });
});
