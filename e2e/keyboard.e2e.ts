import { describe, expect } from 'vitest';
import { start } from './element.ts';
import { mark } from './log.ts';
import { see, untilClosed, untilDialog, untilEvent, untilPhase, untilShown } from './prompt.ts';
import type { Attributes } from './site-pages.ts';
import { story, visit, signIn } from './story.ts';
import { pass, type Tab } from './tab.ts';

const attributes: Attributes = { 'renew-url': '/api/session/renew', 'sign-in-url': '/signin' };

/** The person is in a field, with a word selected, when the dialog comes. */
async function untilInterrupted(tab: Tab, url: string): Promise<void> {
  await visit(tab, url);
  await tab.page.click('#name');
  await tab.page.keyboard.type('Ada Lovelace');
  await tab.page.evaluate(() => {
    document.querySelector<HTMLInputElement>('#name')?.setSelectionRange(4, 12, 'forward');
  });
  await start(tab, 24);
  await untilDialog(tab);
  // Keys of the first half second do nothing.
  await pass(600);
}

function selection(tab: Tab): Promise<unknown[]> {
  return tab.page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#name');
    return [field?.value, field?.selectionStart, field?.selectionEnd];
  });
}

describe.concurrent('With the keyboard alone', () => {
  story.inFront('Tab goes through the dialog and to nothing behind it', async ({ site, context, tab }) => {
    await signIn(context, site);
    await untilInterrupted(tab, site.page(attributes));
    expect((await see(tab)).focus).toBe('heading');
    const visited: string[] = [];
    for (let press = 0; press < 8; press += 1) {
      await tab.page.keyboard.press('Tab');
      visited.push((await see(tab)).focus);
    }
    expect(visited).toContain('renew');
    expect(visited).toContain('dismiss');
    for (const behind of ['name', 'notes', 'rich', 'save', 'away']) expect(visited).not.toContain(behind);
  });

  story.inFront(
    'Escape makes it a banner, renews nothing, and gives the field back',
    async ({ site, context, tab }) => {
      await signIn(context, site);
      await untilInterrupted(tab, site.page(attributes));
      await tab.page.keyboard.press('Escape');
      await untilShown(tab, 'the banner', ({ dialog, banner }) => !dialog && banner, { within: 2000 });
      expect((await see(tab)).focus).toBe('name');
      expect(await selection(tab)).toEqual(['Ada Lovelace', 4, 12]);
      expect(site.askedOf('/api/session/renew')).toEqual([]);

      const since = mark(tab.log);
      await untilPhase(tab, 'expired', { after: since });
      await untilDialog(tab, { within: 7000 });
      expect(site.askedOf('/api/session/renew')).toEqual([]);
    },
  );

  story.inFront('Tab and Enter renew, and the field is back as it was', async ({ site, context, tab }) => {
    site.sessions.life = 60;
    await signIn(context, site);
    await untilInterrupted(tab, site.page(attributes));
    for (let press = 0; press < 8 && (await see(tab)).focus !== 'renew'; press += 1) {
      await tab.page.keyboard.press('Tab');
    }
    await tab.page.keyboard.press('Enter');
    await untilEvent(tab, 'renewed', { within: 3000 });
    await untilClosed(tab, { within: 2000 });
    expect((await see(tab)).focus).toBe('name');
    expect(await selection(tab)).toEqual(['Ada Lovelace', 4, 12]);
    expect(site.askedOf('/api/session/renew')).toHaveLength(1);
  });

  story.inFront('what the banner offers can be reached too', async ({ site, context, tab }) => {
    site.sessions.life = 60;
    await signIn(context, site);
    await untilInterrupted(tab, site.page(attributes));
    await tab.page.keyboard.press('Escape');
    await untilShown(tab, 'the banner', ({ dialog, banner }) => !dialog && banner, { within: 2000 });
    for (let press = 0; press < 12 && (await see(tab)).focus !== 'renew'; press += 1) {
      await tab.page.keyboard.press('Tab');
    }
    await tab.page.keyboard.press('Enter');
    await untilEvent(tab, 'renewed', { within: 3000 });
    await untilClosed(tab, { within: 2000 });
  });
});
