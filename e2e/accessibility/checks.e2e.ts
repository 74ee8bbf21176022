import { describe, expect } from 'vitest';
import { untilDialog } from '../prompt.ts';
import type { Attributes } from '../site-pages.ts';
import { has, story, visit } from '../story.ts';
import { hear } from './hear.ts';
import { inspectOnce, settle } from './inspect.ts';
import { dress, forced, light, sizes } from './looks.ts';

const attributes: Attributes = {
  'expires-in': '590',
  'warn-before': '10m',
  'renew-url': '/api/session/renew',
  'sign-in-url': '/signin',
};

const checks = { back: true, ring: true };

interface Break {
  /** A rule that spoils the prompt, or an attribute of one of its elements, `null` for none. */
  css?: string;
  set?: [selector: string, attribute: string, value: string | null];
  at?: keyof typeof sizes;
  isForced?: boolean;
  found: RegExp;
}

const breaks: Record<string, Break> = {
  'a dialog without a name': { set: ['dialog', 'aria-labelledby', null], found: /axe aria-dialog-name/ },
  'a button hidden from some': {
    set: ['[part=renew]', 'aria-hidden', 'true'],
    found: /axe aria-hidden-focus/,
  },
  'a role that nobody knows': { set: ['h2', 'role', 'headline'], found: /axe aria-roles/ },
  'pale text': { css: '#m { color: #bbb }', found: /axe color-contrast[^]*contrast 1\.9\d: div/ },
  'a pale countdown': { css: '[part=countdown] { color: #bbb }', found: /contrast 1\.9\d: p/ },
  'a faded button': { css: '[part=renew] { opacity: 0.5 }', found: /contrast 2\.\d\d: button/ },
  'a small target': {
    css: '[part=dismiss] { flex: none; padding: 0; font-size: 9px; line-height: 1 }',
    found: /target of \d+×1\d: "Hide"/,
  },
  'no ring around focus': { css: ':focus-visible { outline: 0 !important }', found: /no ring around focus/ },
  'a pale ring': {
    css: ':focus-visible { outline-color: #eee !important }',
    found: /contrast 1\.\d+: the ring/,
  },
  'focus out of sight': { css: '[part=dismiss] { translate: -9in }', found: /focus is out of sight: "Hide"/ },
  'a wide dialog': {
    css: 'dialog { max-inline-size: none }',
    at: 'narrow',
    found: /outside the window/,
  },
  'a line that does not wrap': { css: '#m { white-space: nowrap }', at: 'narrow', found: /scrolls sideways/ },
  'a line that ends in dots': {
    css: '#m { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }',
    at: 'narrow',
    found: /cut off: "It ends/,
  },
  'text pushed over the edge': { css: '#m { translate: -9in }', found: /out of reach: "It ends/ },
  'a dialog that does not scroll': {
    css: 'dialog { overflow: hidden }',
    at: 'zoomed',
    found: /does not scroll, and should/,
  },
  'a colour of its own': {
    css: '[part=renew] { forced-color-adjust: none }',
    isForced: true,
    found: /not a system colour: background/,
  },
  'no edge': { css: 'button { border: 0 }', isForced: true, found: /no edge in forced colours: "Hide"/ },
  // The last: in Firefox the keys that are pressed in vain lead out of the page.
  'a button that Tab skips': {
    set: ['[part=dismiss]', 'tabindex', '-1'],
    found: /^Tab does not reach control 2[^]*Shift\+Tab does not reach/m,
  },
};

describe.concurrent('The checks find', { timeout: 120_000 }, () => {
  story.inFront('what is broken on purpose, and nothing where nothing is', async ({ site, tab }) => {
    await visit(tab, site.page(attributes));
    await untilDialog(tab);
    await settle(tab);
    for (const [what, { css = '', set, at = 'wide', isForced, found }] of Object.entries(breaks)) {
      if (isForced && !has('media features')) continue;
      await tab.page.setViewport(sizes[at]);
      await dress(tab, isForced ? forced : light);
      expect((await inspectOnce(tab, checks)).join('\n'), `before ${what}`).toBe('');
      const before = await tab.page.evaluate(spoil, css, set);
      expect((await inspectOnce(tab, checks)).join('\n'), what).toMatch(found);
      await tab.page.evaluate(mend, set, before);
    }
  });

  story('what is written where no screen reader says it', async ({ site, tab }) => {
    const heard = await hear(tab);
    await tab.page.goto(site.page({}, { element: 'none' }));
    await tab.page.evaluate(async () => {
      const frame = () =>
        new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const root = document.querySelector('session-guard')!.attachShadow({ mode: 'open' });
      const add = (html: string) => root.appendChild(document.createRange().createContextualFragment(html));
      add('<p role="status"></p><p role="timer" id="timer"></p>');
      await frame();
      const status = root.querySelector('[role=status]')!;
      status.textContent = 'one';
      root.querySelector('#timer')!.textContent = 'two';
      await frame();
      add('<p role="alert">three</p>');
      await frame();
      add('<dialog aria-label="four"><p aria-live="assertive"></p></dialog>');
      root.querySelector('dialog')!.showModal();
      await frame();
      status.textContent = 'five';
      root.querySelector('dialog p')!.textContent = 'six';
      await frame();
      root.querySelector('dialog')!.close();
      status.setAttribute('hidden', '');
      status.textContent = 'seven';
      await frame();
    });
    expect(heard.map(({ kind, text, unheard }) => [kind, text, unheard])).toEqual([
      ['polite', 'one', undefined],
      ['assertive', 'three', 'region came with its text'],
      ['dialog', 'four', undefined],
      ['polite', 'five', 'outside the modal dialog'],
      ['assertive', 'six', undefined],
      ['polite', 'seven', 'not rendered'],
    ]);
  });
});

type Set = Break['set'];

/** Runs in the page; resolves to the attribute as it was. */
function spoil(css: string, set: Set): string | null {
  const root = document.querySelector('session-guard')!.shadowRoot!;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  if (!set) return null;
  const [selector, attribute, value] = set;
  const element = root.querySelector(selector)!;
  const before = element.getAttribute(attribute);
  if (value === null) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
  return before;
}

/** Runs in the page: as if `spoil` had never been. */
function mend(set: Set, before: string | null): void {
  const root = document.querySelector('session-guard')!.shadowRoot!;
  root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, -1);
  if (!set) return;
  const element = root.querySelector(set[0])!;
  if (before === null) element.removeAttribute(set[1]);
  else element.setAttribute(set[1], before);
}
