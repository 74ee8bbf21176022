import { describe, expect } from 'vitest';
import { start } from '../element.ts';
import { see, until, untilDialog, untilShown } from '../prompt.ts';
import type { Attributes } from '../site-pages.ts';
import { story, visit } from '../story.ts';
import type { Tab } from '../tab.ts';
import { settle } from './inspect.ts';

const attributes: Attributes = {
  'warn-before': '10m',
  'renew-url': '/api/session/renew',
  'sign-in-url': '/signin',
};

const focus = async (tab: Tab) => (await see(tab)).focus;

async function tabTo(tab: Tab, part: string): Promise<void> {
  for (let press = 0; press < 12 && (await focus(tab)) !== part; press += 1)
    await tab.page.keyboard.press('Tab');
  expect(await focus(tab)).toBe(part);
}

const untilBanner = (tab: Tab) =>
  untilShown(tab, 'the banner', ({ dialog, banner }) => !dialog && banner, { within: 2000 });

describe.concurrent('With the keyboard alone, forth and back', () => {
  story.inFront('from a field to the banner, its details and the field again', async ({ site, tab }) => {
    await visit(tab, site.page(attributes));
    await tab.page.click('#name');
    await tab.page.keyboard.type('Ada Lovelace');
    await tab.page.evaluate(() =>
      document.querySelector<HTMLInputElement>('#name')!.setSelectionRange(4, 12),
    );
    await tab.page.evaluate(() => document.querySelector('session-guard')!.setAttribute('expires-in', '590'));
    await untilDialog(tab, { within: 7000 });
    await settle(tab);
    await tab.page.keyboard.press('Escape');
    await untilBanner(tab);

    await tabTo(tab, 'toggle');
    await tab.page.keyboard.press('Enter');
    await until(
      tab,
      'less',
      () => see(tab),
      ({ text }) => !/left/.test(text),
    );
    expect(await focus(tab)).toBe('toggle');
    await tab.page.keyboard.press('Enter');
    await until(
      tab,
      'more',
      () => see(tab),
      ({ text }) => /left/.test(text),
    );

    await tab.page.keyboard.down('Shift');
    await tabTo(tab, 'show');
    await tab.page.keyboard.up('Shift');
    await tab.page.keyboard.press('Enter');
    await untilDialog(tab);
    expect(await focus(tab)).toBe('heading');
    await settle(tab);
    await tab.page.keyboard.press('Escape');
    await untilBanner(tab);
    const field = await tab.page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement as HTMLInputElement;
      return [value, selectionStart, selectionEnd];
    });
    expect(field).toEqual(['Ada Lovelace', 4, 12]);
  });

  story.inFront('to the page where one signs in', async ({ site, context, tab }) => {
    await visit(tab, site.page(attributes));
    await start(tab, 2);
    await untilShown(tab, 'the end', ({ heading }) => /has ended/.test(heading));
    await settle(tab);
    await tabTo(tab, 'sign-in');
    await tab.page.keyboard.press('Enter');
    await until(
      tab,
      'the sign-in page in a tab of its own',
      async () => (await context.pages()).map((page) => page.url()),
      (urls) => urls.includes(`${site.origin}/signin`),
    );
    expect(await see(tab)).toMatchObject({ dialog: true });
  });
});
