import { describe, expect } from 'vitest';
import { entriesOf } from '../log.ts';
import { press, see, until, untilClosed, untilDialog, untilEvent, untilPhase } from '../prompt.ts';
import type { Attributes } from '../site-pages.ts';
import { signIn, story, visit } from '../story.ts';
import { pass, type Tab } from '../tab.ts';
import { endBy, set, untilBanner, warned } from './guard.ts';

/** Alive, and warned about as soon as the page says so. */
const calm: Attributes = { ...warned, 'expires-in': '3600' };
const warn = (tab: Tab) => set(tab, 'expires-in', '590');

/** What is in front at the middle of an element. */
const inFront = (tab: Tab, id: string) =>
  tab.page.evaluate((of) => {
    const { left, top, width, height } = document.getElementById(of)!.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit?.id || hit?.localName;
  }, id);

/** Above all that the page has, its own dialogs too. */
const isCoverUp = (tab: Tab) =>
  tab.page.evaluate(() => {
    const cover = document.querySelector('session-guard')!.shadowRoot!.querySelector('[part=cover]');
    return cover?.matches(':popover-open') ?? false;
  });

const value = (tab: Tab, id: string) =>
  tab.page.evaluate((of) => (document.getElementById(of) as HTMLInputElement).value, id);

const moving: [string, Attributes][] = [
  ['', {}],
  [', with a cover', { 'on-expire': 'cover' }],
];
for (const [how, more] of moving)
  describe.concurrent(`The element of an open dialog${how}`, () => {
    story('can be moved, taken out and put back', async ({ site, tab }) => {
      await visit(tab, site.page({ ...warned, ...more }));
      await untilDialog(tab);
      if (how) {
        await endBy(tab, 'expired');
        await untilPhase(tab, 'ended');
      }
      await tab.page.evaluate(() => document.body.prepend(document.querySelector('session-guard')!));
      await pass(200);
      expect(await see(tab)).toMatchObject({ dialog: true, modal: true });
      expect(await inFront(tab, 'notes')).toBe('session-guard');
      expect(await isCoverUp(tab)).toBe(how !== '');

      await tab.page.evaluate(() => {
        const guard = document.querySelector('session-guard')!;
        Object.assign(window, { guard });
        guard.remove();
      });
      await pass(200);
      expect(await inFront(tab, 'notes'), 'nothing hides the page, nothing makes it inert').toBe('notes');
      await tab.page.type('#notes', 'at work');
      expect(await value(tab, 'notes')).toBe('at work');

      await tab.page.evaluate(() => document.body.append((window as unknown as { guard: Element }).guard));
      await until(
        tab,
        'the dialog again',
        () => see(tab),
        ({ modal }) => modal,
      );
      expect(await inFront(tab, 'notes')).toBe('session-guard');
      expect(await isCoverUp(tab)).toBe(how !== '');
    });
  });

describe.concurrent('A dialog of the page', () => {
  const content = '<dialog id="own"><input id="inside" aria-label="Inside"></dialog>';

  story.inFront('stays open under the warning, and has the focus again after it', async ({ site, tab }) => {
    await visit(tab, site.page(calm, { content }));
    await untilPhase(tab, 'active');
    await tab.page.evaluate(() => document.querySelector<HTMLDialogElement>('#own')!.showModal());
    await tab.page.click('#inside');
    await tab.page.keyboard.type('half a word');
    await warn(tab);
    await untilDialog(tab);
    expect(await see(tab)).toMatchObject({ modal: true, focus: 'heading' });
    expect(await inFront(tab, 'inside')).toBe('session-guard');
    await press(tab, 'dismiss');
    await untilBanner(tab);
    expect((await see(tab)).focus).toBe('inside');
    expect(await tab.page.$eval('#own', (own) => own.matches(':modal'))).toBe(true);
    expect(await value(tab, 'inside')).toBe('half a word');
  });

  story('is hidden by the cover with the rest of the page', async ({ site, tab }) => {
    await visit(tab, site.page({ ...calm, 'on-expire': 'cover' }, { content }));
    await untilPhase(tab, 'active');
    await tab.page.evaluate(() => document.querySelector<HTMLDialogElement>('#own')!.showModal());
    expect(await inFront(tab, 'inside')).toBe('inside');
    await endBy(tab, 'expired');
    await untilDialog(tab);
    expect(await inFront(tab, 'inside')).toBe('session-guard');
    expect(await isCoverUp(tab)).toBe(true);
    await set(tab, 'expires-in', '3600');
    await untilEvent(tab, 'restored');
    await untilClosed(tab);
    expect(await inFront(tab, 'inside')).toBe('inside');
  });
});

describe.concurrent('In fullscreen', () => {
  async function untilFull(tab: Tab, what: string): Promise<void> {
    await untilPhase(tab, 'active');
    // Refused while another window has the focus.
    await until(tab, 'fullscreen', async () => {
      await tab.page.bringToFront();
      await tab.page.click(`#larger-${what}`);
      return isFull(tab);
    });
    await warn(tab);
    await untilDialog(tab);
  }
  const isFull = (tab: Tab) => tab.page.evaluate(() => !!document.fullscreenElement);
  const content = `<div id="film">
      <button id="larger-page">The page</button><button id="larger-film">The film</button>
    </div>
    <script>
      document.getElementById('larger-page').onclick = () => document.documentElement.requestFullscreen().catch(() => 0);
      document.getElementById('larger-film').onclick = () => film.requestFullscreen().catch(() => 0);
    </script>`;

  story.inFront('the dialog and the banner are in front of the page', async ({ site, tab }) => {
    await visit(tab, site.page(calm, { content }));
    await untilFull(tab, 'page');
    expect(await inFront(tab, 'film')).toBe('session-guard');
    await press(tab, 'dismiss');
    await untilBanner(tab);
    await press(tab, 'show');
    await untilDialog(tab);
    expect(await isFull(tab)).toBe(true);
  });

  story.inFront('the dialog is in front of a part of the page', async ({ site, context, tab }) => {
    site.sessions.life = 3600;
    await signIn(context, site);
    await visit(tab, site.page(calm, { content }));
    await untilFull(tab, 'film');
    expect(await inFront(tab, 'film')).toBe('session-guard');
    await press(tab, 'renew');
    await untilEvent(tab, 'renewed');
    await untilClosed(tab);
    expect(await isFull(tab)).toBe(true);
  });
});

describe.concurrent('Somebody who writes with an input method', () => {
  story.needs('input method')('is not interrupted within a word', async ({ site, tab }) => {
    await visit(tab, site.page(calm));
    await untilPhase(tab, 'active');
    await tab.page.focus('#notes');
    const session = await tab.page.createCDPSession();
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose('に');
    await warn(tab);
    await untilEvent(tab, 'warning');
    // Longer than a pause between keys: what is composed is not written yet.
    await compose('にほ');
    await pass(1500);
    expect(await see(tab)).toMatchObject({ phase: 'warning', dialog: false });
    await session.send('Input.insertText', { text: '日本' });
    await untilDialog(tab);
    expect(await value(tab, 'notes')).toBe('日本');
    expect(await see(tab)).toMatchObject({ focus: 'heading' });
    expect(entriesOf(tab.log, 'session-guard-before-renew')).toEqual([]);
  });
});
