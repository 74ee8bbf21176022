import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { press, see, until, untilDialog, untilEvent } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { pass, type Tab } from './tab.ts';

const session = '/api/session';

/** The headings of all open dialogs, in the order of their elements, frames included. */
const dialogs = (tab: Tab) =>
  tab.page.evaluate(() => {
    const pages = [
      document,
      ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument!),
    ];
    return pages.flatMap((page) =>
      [...page.querySelectorAll('session-guard')].map(
        (guard) => !!guard.shadowRoot?.querySelector('dialog[open]'),
      ),
    );
  });

describe.concurrent('Two elements of one session in one page', () => {
  story('look once and speak with one voice', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page([everything, everything]));
    await untilDialog(tab);
    expect(await dialogs(tab)).toEqual([true, false]);
    await pass(700);
    await tab.page.keyboard.press('Escape');
    await pass(500);
    expect(await dialogs(tab)).toEqual([false, false]);
    await untilEvent(tab, 'ended');
    await untilDialog(tab);
    expect(await dialogs(tab)).toEqual([true, false]);
    const phases = await tab.page.evaluate(() =>
      [...document.querySelectorAll('session-guard')].map((guard) => guard.getAttribute('phase')),
    );
    expect(phases).toEqual(['ended', 'ended']);
    // At the start, and at the end.
    expect(site.askedOf(session)).toHaveLength(2);
  });

  story(
    'leave the word to the one that is not headless, and to the next when it leaves',
    async ({ site, context, tab }) => {
      await signIn(context, site);
      await visit(tab, site.page([{ ...everything, headless: true }, everything, everything]));
      await untilDialog(tab);
      expect(await dialogs(tab)).toEqual([false, true, false]);
      await tab.page.evaluate(() => document.querySelectorAll('session-guard')[1]!.remove());
      await until(
        tab,
        'the next to speak',
        () => dialogs(tab),
        (open) => open.join() === 'false,true',
      );
    },
  );

  story('that differ: the first wins, and the other says so', async ({ site, context, tab }) => {
    await signIn(context, site);
    const other = { ...everything, 'renew-url': '/elsewhere', 'sign-in-url': '/other' };
    await visit(tab, site.page([everything, other]));
    const problem = await untilEvent(tab, 'problem');
    expect(problem.detail).toMatchObject({ code: 'conflict', field: 'renew-url' });
    await untilDialog(tab);
    await pass(2000);
    await press(tab, 'renew');
    await untilEvent(tab, 'renewed');
    expect(site.askedOf('/elsewhere')).toEqual([]);
  });

  story('come late, move and leave, and nothing is left open', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page([everything, { ...everything, headless: true }]));
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
    expect(await dialogs(tab)).toEqual([false]);
  });
});

describe.concurrent('Two sessions in one page', () => {
  story('are told one after the other, the earlier end first', async ({ site, context, tab }) => {
    await signIn(context, site);
    const late = { 'session-name': 'late', 'expires-in': '25', 'sign-in-url': '/signin' };
    const early = { 'session-name': 'early', 'expires-in': '20', 'sign-in-url': '/signin' };
    await visit(tab, site.page([late, early]));
    await until(
      tab,
      'the earlier end',
      () => dialogs(tab),
      (open) => open.join() === 'false,true',
    );
    await pass(700);
    await tab.page.keyboard.press('Escape');
    await until(
      tab,
      'the later one',
      () => dialogs(tab),
      (open) => open.join() === 'true,false',
    );
  });
});

describe.concurrent('A frame of the same origin', () => {
  story('leaves the prompt to the top page', async ({ site, context, tab }) => {
    await signIn(context, site);
    const page = site.page(everything);
    await visit(tab, page);
    await tab.page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, page);
    await untilDialog(tab);
    await untilEvent(tab, 'ended');
    await pass(500);
    expect(await dialogs(tab)).toEqual([true, false]);
  });

  story('speaks where the top page has no element', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, `${site.origin}/other`);
    await tab.page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, site.page(everything));
    await until(
      tab,
      'the prompt in the frame',
      () => dialogs(tab),
      (open) => open.join() === 'true',
      15_000,
    );
    expect((await see(tab)).dialog).toBe(false);
    expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
  });
});
