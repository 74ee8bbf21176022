import { describe, expect } from 'vitest';
import { start } from './element.ts';
import { entriesOf, mark } from './log.ts';
import { press, see, until, untilClosed, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { freeze, hide, pass, resume, show, type Tab } from './tab.ts';

const covering = { ...everything, 'on-expire': 'cover' };

/** What a person sees of the page in its middle and at its first heading: the cover, the prompt, or the page. */
const isPageSeen = (tab: Tab) =>
  tab.page.evaluate(() => {
    const cover = document
      .querySelector('session-guard')
      ?.shadowRoot?.querySelector<HTMLElement>('[part=cover]');
    if (!cover?.matches(':popover-open') || getComputedStyle(cover).opacity !== '1') return true;
    const { width, height } = cover.getBoundingClientRect();
    const color = getComputedStyle(cover).backgroundColor;
    const isOpaque = !/rgba\([^)]*, (0|0?\.\d+)\)|transparent/.test(color);
    return !(isOpaque && width >= innerWidth && height >= innerHeight);
  });

/** Run in the page: notes whether it is covered once the element has heard of each of these. */
const noteCover = () => {
  const isCovered = () => {
    const cover = document.querySelector('session-guard')?.shadowRoot?.querySelector('[part=cover]');
    return !!cover && !cover.hasAttribute('data-ready') && cover.matches(':popover-open');
  };
  const notes: string[] = [];
  const note = ({ type }: Event) => {
    notes.push(`${type} ${isCovered()}`);
    sessionStorage.setItem('covered', notes.join(', '));
  };
  for (const type of ['pagehide', 'pageshow']) window.addEventListener(type, note);
  document.addEventListener('freeze', note);
};

describe.concurrent('The cover', () => {
  story(
    'hides the page at its end, with the prompt above it, and is lifted by a live session',
    async ({ site, context, tab }) => {
      site.sessions.life = 8;
      await signIn(context, site);
      await visit(tab, site.page(covering));
      await untilPhase(tab, 'warning');
      expect(await isPageSeen(tab)).toBe(true);
      await untilPhase(tab, 'ended');
      await untilDialog(tab, { within: 1500 });
      expect(await isPageSeen(tab)).toBe(false);
      const seen = await see(tab);
      expect(seen).toMatchObject({ dialog: true, modal: true });
      expect(seen.parts).not.toContain('dismiss');
      await pass(700);
      await tab.page.keyboard.press('Escape');
      await tab.page.keyboard.press('Escape');
      await pass(500);
      expect(await see(tab)).toMatchObject({ dialog: true });
      await start(tab, 90);
      await untilClosed(tab);
      expect(await isPageSeen(tab)).toBe(true);
    },
  );

  story(
    'is up before a hidden tab comes back, and not lifted before it is computed anew',
    async ({ site, context, tab }) => {
      site.sessions.life = 300;
      await signIn(context, site);
      await visit(tab, site.page(covering));
      await untilPhase(tab, 'active');
      const other = await hide(tab);
      expect(await isPageSeen(tab)).toBe(false);
      await other.close();
      await show(tab);
      expect(await isPageSeen(tab)).toBe(true);
      expect(
        entriesOf(tab.log, 'shown').filter(({ detail }) => (detail as { dialog: boolean }).dialog),
      ).toEqual([]);
    },
  );

  for (const life of [14, 300])
    story(
      `goes into the back/forward cache with the page, and is ${life > 100 ? 'lifted' : 'still there'} as it comes back`,
      async ({ site, context, tab }) => {
        site.sessions.life = life;
        await signIn(context, site);
        await visit(tab, site.page(covering, { cacheControl: 'no-cache' }));
        await untilPhase(tab, life > 100 ? 'active' : 'warning');
        await tab.page.evaluate(noteCover);
        await Promise.all([
          tab.page.waitForNavigation(),
          tab.page.evaluate(() => document.querySelector<HTMLElement>('#away')!.click()),
        ]);
        await pass(life > 100 ? 500 : site.endsAt() + 500 - Date.now());
        const since = mark(tab.log);
        await tab.page.evaluate(() => history.back());
        await tab.log.wait('the page to come back', ({ kind }) => kind === 'pageshow', { after: since });
        // Only Chromium tells of the freezing in between.
        const noted = await tab.page.evaluate(() =>
          sessionStorage.getItem('covered')?.replace(' freeze true,', ''),
        );
        expect(noted).toBe(life > 100 ? 'pagehide true, pageshow false' : 'pagehide true, pageshow true');
      },
    );

  story.needs('freeze')('is up in a page that freezes', async ({ site, context, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    await visit(tab, site.page(covering));
    await untilPhase(tab, 'active');
    await tab.page.evaluate(noteCover);
    await freeze(tab);
    await resume(tab);
    const noted = await tab.page.evaluate(() => sessionStorage.getItem('covered'));
    expect(noted).toContain('freeze true');
    // Thawed by hand, it is still out of sight.
    expect(await isPageSeen(tab)).toBe(false);
    await tab.page.bringToFront();
    await until(tab, 'the page to be seen', () => isPageSeen(tab));
  });

  story(
    'is not put up where nobody asked for it, nor where the page signed the person out',
    async ({ site, context, open }) => {
      site.sessions.life = 300;
      await signIn(context, site);
      const plain = await open();
      await visit(plain, site.page(everything));
      await untilPhase(plain, 'active');
      await (await hide(plain)).close();
      expect(await isPageSeen(plain)).toBe(true);

      const tab = await open();
      await visit(tab, site.page(covering));
      await untilPhase(tab, 'active');
      await tab.page.evaluate(() => document.querySelector('session-guard')!.end());
      await pass(300);
      expect(await isPageSeen(tab)).toBe(true);
    },
  );

  story('stays above a dialog that the page opens meanwhile', async ({ site, context, tab }) => {
    site.sessions.life = 8;
    await signIn(context, site);
    await visit(tab, site.page(covering));
    await untilPhase(tab, 'ended');
    await untilDialog(tab);
    await tab.page.evaluate(() => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.textContent = 'A secret of the page';
      dialog.style.cssText = 'inset: 0; width: 100%; height: 100%';
      dialog.showModal();
    });
    await pass(300);
    const top = await tab.page.evaluate(() => document.elementFromPoint(20, 20)?.localName);
    expect(top).toBe('session-guard');
    expect(await see(tab)).toMatchObject({ dialog: true, modal: true });
    await press(tab, 'look');
    await untilEvent(tab, 'ended');
  });
});
