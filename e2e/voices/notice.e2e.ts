import { describe, expect } from 'vitest';
import { hear } from '../accessibility/hear.ts';
import { readTimers } from '../in-page/timers.ts';
import { entriesOf } from '../log.ts';
import { press, see, until, untilClosed, untilDialog, untilEvent, untilPhase } from '../prompt.ts';
import type { Attributes } from '../site-pages.ts';
import { signIn, story, visit } from '../story.ts';
import { hide, pass, show, type Tab } from '../tab.ts';
import { set, untilBanner, untilText } from './guard.ts';

/** Nothing is said yet: its end is an hour away. */
const early: Attributes = {
  'expires-in': '3600',
  'notice-before': '10m',
  'renew-url': '/api/session/renew',
  'sign-in-url': '/signin',
};
/** Its time has come, that of the warning has not. */
const noticed: Attributes = { ...early, 'expires-in': '300' };
const words = /^Your session ends at \d{1,2}:\d\d/;

const corners = ['low', 'high'].map(
  (id) =>
    `<input id="${id}" aria-label="${id}" style="position: fixed; right: 1rem; width: 12rem;
      ${id === 'low' ? 'bottom' : 'top'}: 1.5rem">`,
);

/** What a person sees where the field is: the field, or the banner in front of it. */
const isSeen = (tab: Tab, id: string) =>
  tab.page.evaluate((field) => {
    const element = document.getElementById(field)!;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const banner = document.querySelector('session-guard')!.shadowRoot!.querySelector('[part=banner]')!;
    const other = banner.getBoundingClientRect();
    return right <= other.left || left >= other.right || bottom <= other.top || top >= other.bottom;
  }, id);

describe.concurrent('The quiet notice', () => {
  story.inFront(
    'is a banner that takes no focus, and from which the session can be renewed',
    async ({ site, context, tab }) => {
      site.sessions.life = 3600;
      await signIn(context, site);
      await visit(tab, site.page(early));
      await untilPhase(tab, 'active');
      await tab.page.click('#notes');
      await tab.page.keyboard.type('before');
      expect(await see(tab)).toMatchObject({ dialog: false, banner: false });

      await set(tab, 'expires-in', '300');
      await untilBanner(tab, words);
      await tab.page.keyboard.type(' and after');
      expect(await tab.page.$eval('#notes', (field) => (field as HTMLTextAreaElement).value)).toBe(
        'before and after',
      );
      const seen = await see(tab);
      expect(seen).toMatchObject({ phase: 'active', states: [], dialog: false, focus: 'notes' });
      expect(seen.text).toMatch(words);
      expect(seen.parts).toEqual(['countdown', 'renew', 'toggle']);

      await press(tab, 'renew');
      await untilEvent(tab, 'renewed');
      await untilClosed(tab);
      expect(site.askedOf('/api/session/renew')).toHaveLength(1);
      expect(entriesOf(tab.log, 'session-guard-warning')).toEqual([]);
      expect((await see(tab)).focus).toBe('notes');
    },
  );

  story('offers nothing where nothing renews; it can be folded, and unfolded', async ({ site, tab }) => {
    await visit(tab, site.page({ 'expires-in': '300', 'notice-before': '10m', 'sign-in-url': '/signin' }));
    await untilBanner(tab, words);
    expect((await see(tab)).parts).toEqual(['countdown', 'toggle']);
    await press(tab, 'toggle');
    await untilText(tab, /^Session$/);
    expect((await see(tab)).parts).toEqual(['toggle']);
    await press(tab, 'toggle');
    await untilText(tab, words);
  });

  story('says so where a renewal from it did not work', async ({ site, tab }) => {
    site.answer('/api/session/renew', { status: 500 });
    await visit(tab, site.page(noticed));
    await untilBanner(tab, words);
    await press(tab, 'renew');
    const seen = await untilText(tab, /Staying signed in did not work\. You can try again\./);
    expect(seen).toMatchObject({ phase: 'active', dialog: false, banner: true });
    expect(seen.parts).toEqual(['countdown', 'renew', 'toggle']);
  });

  story.inFront('never covers the field that has the focus', async ({ site, tab }) => {
    await visit(tab, site.page(early, { content: corners.join('') }));
    await untilPhase(tab, 'active');
    await tab.page.focus('#low');
    await set(tab, 'expires-in', '300');
    await untilBanner(tab, words);
    expect(await isSeen(tab, 'low'), 'focused before the banner came').toBe(true);
    for (const field of ['high', 'low', 'high']) {
      await tab.page.focus(`#${field}`);
      expect(await isSeen(tab, field), `${field}, focused while the banner is there`).toBe(true);
    }
  });

  story('is said once, politely, and the warning takes its place', async ({ site, tab }) => {
    const heard = await hear(tab);
    const audible = () => heard.filter(({ unheard }) => !unheard).map(({ kind, text }) => `${kind}: ${text}`);
    await visit(tab, site.page(noticed));
    await untilBanner(tab, words);
    await until(tab, 'the notice to be said', () => Promise.resolve(audible().length));
    await pass(1500);
    expect(audible()).toEqual([expect.stringMatching(/^polite: Your session ends at /)]);

    await set(tab, 'expires-in', '28');
    await untilDialog(tab);
    expect(await see(tab)).toMatchObject({ phase: 'warning', modal: true, banner: false });
    await until(tab, 'the dialog to be said', () => Promise.resolve(audible().length > 1));
    expect(audible()[1]).toBe('dialog: Your session is about to end');
  });

  story(
    'is back after a renewal that brought minutes, and gone after one that brought hours',
    async ({ site, context, tab }) => {
      site.sessions.life = 300;
      await signIn(context, site);
      await visit(tab, site.page({ ...noticed, 'expires-in': '28' }));
      await untilDialog(tab);
      await press(tab, 'renew');
      await untilBanner(tab, words);
      expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false, banner: true });

      await set(tab, 'expires-in', '28');
      await untilDialog(tab);
      site.sessions.life = 3600;
      await press(tab, 'renew');
      await untilPhase(tab, 'active');
      await untilClosed(tab);
    },
  );

  story('waits in a hidden tab, without a word and without ticking', async ({ site, open }) => {
    const tab = await open({ countTimers: true });
    const heard = await hear(tab);
    await visit(tab, site.page({ ...early, 'warn-before': '25s' }));
    await untilPhase(tab, 'active');
    await hide(tab);
    // So near to its end that it would count seconds if anybody saw it.
    await set(tab, 'expires-in', '58');
    await pass(1500);
    const before = await tab.page.evaluate(readTimers);
    await pass(3000);
    const after = await tab.page.evaluate(readTimers);
    // One may be what the prompt's coming was waited for with.
    expect((after?.wakeUps ?? NaN) - (before?.wakeUps ?? NaN)).toBeLessThanOrEqual(1);
    expect(heard).toEqual([]);
    await show(tab);
    await untilBanner(tab, words);
    await until(tab, 'the notice to be said', () => Promise.resolve(heard.length));
    expect(heard).toMatchObject([{ kind: 'polite', text: expect.stringMatching(words) as string }]);
  });
});
