import { describe, expect } from 'vitest';
import { press, see, untilClosed, untilShown } from '../prompt.ts';
import { story } from '../story.ts';
import type { Tab } from '../tab.ts';
import {
  endSession,
  leaving,
  open,
  signInAgain,
  stored,
  untilForgotten,
  typeAndComeBack,
  untilOffered,
  untilStored,
  valueOf,
} from './leaving.ts';

const form = `<form action="/submitted" method="post">
    <input id="name" name="name" aria-label="Name"><textarea id="notes" name="notes" aria-label="Notes"></textarea>
    <div id="rich" contenteditable aria-label="Rich text" data-session-guard-draft></div>
    <div id="plain" contenteditable aria-label="Not opted in"></div>
    <input id="word" type="password" aria-label="Password"><input id="code" autocomplete="one-time-code" aria-label="Code">
    <input id="card" autocomplete="cc-number" aria-label="Card"><input id="cvc" name="cvc" aria-label="On the back">
  </form>`;

const secrets = { word: 'SECRET-1', code: 'SECRET-2', card: 'SECRET-3', cvc: 'SECRET-4', plain: 'SECRET-5' };

interface Page {
  rows: string[];
}

/** The page's own state, which it tells the guard of when it likes. */
const addRows = (tab: Tab, rows: string[]) =>
  tab.page.evaluate((given) => {
    const page = window as unknown as Page;
    page.rows = given;
    document.querySelector('session-guard')!.addDraft('rows', {
      save: () => (page.rows.length ? page.rows : undefined),
      restore: (state) => {
        page.rows = state as string[];
      },
    });
  }, rows);

describe.concurrent('What was typed before a sign-in that leaves the page', () => {
  story.inFront(
    'is offered afterwards, and put back where it was by one press',
    async ({ site, context, tab }) => {
      const stage = { site, context, tab };
      await open(stage, leaving, form);
      await addRows(tab, ['one', 'two']);
      await tab.page.type('#rich', 'of mine');
      for (const [id, secret] of Object.entries(secrets)) await tab.page.type(`#${id}`, secret);
      await tab.page.type('#name', 'Ada');
      await tab.page.type('#notes', 'half a page of work');
      await tab.page.evaluate(() =>
        document.querySelector<HTMLTextAreaElement>('#notes')!.setSelectionRange(5, 11),
      );
      await endSession(stage);
      expect(await untilStored(tab)).toContain('half a page of work');
      expect(await stored(tab)).not.toMatch(/SECRET/);

      await signInAgain(stage, 'ada');
      await addRows(tab, []);
      await untilOffered(tab);
      expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false });
      expect((await see(tab)).parts).toEqual(['restore', 'discard', 'toggle']);
      expect(await valueOf(tab, 'notes'), 'not forced on anybody').toBe('');
      await press(tab, 'restore');
      await untilClosed(tab);
      const back = await Promise.all(
        ['name', 'notes', 'rich', ...Object.keys(secrets)].map((id) => valueOf(tab, id)),
      );
      expect(back).toEqual(['Ada', 'half a page of work', 'of mine', '', '', '', '', '']);
      const place = await tab.page.evaluate(() => {
        const { selectionStart, selectionEnd } = document.querySelector<HTMLTextAreaElement>('#notes')!;
        return [document.activeElement?.id, selectionStart, selectionEnd];
      });
      expect(place).toEqual(['notes', 5, 11]);
      expect(await tab.page.evaluate(() => (window as unknown as Page).rows)).toEqual(['one', 'two']);
      await untilForgotten(tab);
    },
  );

  story('can be thrown away', async ({ site, context, tab }) => {
    await typeAndComeBack({ site, context, tab }, 'of no use');
    await press(tab, 'discard');
    await untilClosed(tab);
    expect(await valueOf(tab, 'notes')).toBe('');
    expect(await stored(tab)).toBe('{}');
  });

  story('can be copied where it has no place any more', async ({ site, context, tab }) => {
    await typeAndComeBack({ site, context, tab }, 'homeless');
    await tab.page.evaluate(() => {
      document.querySelector('#notes')!.remove();
      navigator.clipboard.writeText = (text) => {
        document.title = text;
        return Promise.resolve();
      };
    });
    await press(tab, 'restore');
    await untilShown(tab, 'the rest', ({ heading }) =>
      heading.startsWith('Some of what you typed has no place'),
    );
    expect((await see(tab)).parts).toEqual(['copy', 'discard', 'toggle']);
    expect(await stored(tab)).toContain('homeless');
    await press(tab, 'copy');
    await untilClosed(tab);
    expect(await tab.page.title()).toBe('Notes homeless');
    await untilForgotten(tab);
  });

  story('is kept as it was when the page went, by itself or not', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    await open(stage);
    await tab.page.type('#notes', 'before the end');
    await endSession(stage);
    await press(tab, 'dismiss');
    await untilShown(tab, 'the banner', ({ dialog, banner }) => !dialog && banner);
    await tab.page.type('#notes', ', and after it');
    await tab.page.evaluate(() => location.reload());
    await tab.page.waitForNavigation().catch(() => undefined);
    expect(await untilStored(tab)).toContain('before the end, and after it');
  });
});
