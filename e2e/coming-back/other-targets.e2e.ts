import { describe, expect } from 'vitest';
import { entriesOf } from '../log.ts';
import { press, see, untilPhase } from '../prompt.ts';
import { everything, type Attributes } from '../site-pages.ts';
import { story } from '../story.ts';
import { comeBack, enter, followLink } from './ways.ts';
import { adasWork, endNow, readWork } from './work.ts';

const popup: Attributes = { ...everything, 'sign-in-target': 'popup' };

describe.concurrent('Signing in in a popup', () => {
  story('that has no hold of the page', async ({ site, context, tab }) => {
    const before = await adasWork({ site, context, tab }, popup);
    await endNow(tab, site);
    const other = await followLink(tab);
    expect(await other.evaluate(() => window.opener as unknown)).toBe(null);
    expect(await other.evaluate(() => menubar.visible)).toBe(false);
    await enter(other, 'ada');
    await comeBack(tab);
    expect(await readWork(tab)).toEqual(before);
    expect(entriesOf(tab.log, 'session-guard-before-sign-in')).toHaveLength(1);
  });

  story('that closes itself', async ({ site, context, tab }) => {
    const before = await adasWork(
      { site, context, tab },
      { ...popup, 'sign-in-url': '/signin?return_to=/done' },
    );
    site.answer('/done', { headers: { 'Content-Type': 'text/html' }, body: '<script>close()</script>' });
    await endNow(tab, site);
    const other = await followLink(tab);
    const closed = new Promise((resolve) => other.once('close', resolve));
    await other.type('#subject', 'ada');
    await other.click('#enter');
    await closed;
    await comeBack(tab);
    expect(await readWork(tab)).toEqual(before);
  });

  story('that was blocked opens a tab', async ({ site, context, tab }) => {
    await tab.page.evaluateOnNewDocument(() => {
      window.open = () => null;
    });
    const before = await adasWork({ site, context, tab }, popup);
    await endNow(tab, site);
    const other = await followLink(tab);
    expect(await other.evaluate(() => [window.opener as unknown, menubar.visible])).toEqual([null, true]);
    await enter(other, 'ada');
    await comeBack(tab);
    expect(await readWork(tab)).toEqual(before);
  });
});

describe.concurrent('Signing in in the same tab', () => {
  story('leads back to where the person was', async ({ site, context, tab }) => {
    await adasWork(
      { site, context, tab },
      { ...everything, 'sign-in-target': '_self', 'return-param': 'return_to' },
      { query: '?draft=7&of=9' },
    );
    const from = tab.page.url();
    await endNow(tab, site);
    const pages = await context.pages();
    await press(tab, 'sign-in');
    await enter(tab.page, 'ada');
    expect(tab.page.url()).toBe(from);
    expect(await context.pages()).toHaveLength(pages.length);
    await untilPhase(tab, 'active');
    expect(await see(tab)).toMatchObject({ dialog: false, banner: false });
  });
});
