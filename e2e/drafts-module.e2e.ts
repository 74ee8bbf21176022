import { describe, expect } from 'vitest';
import { bundle } from '../bench/bundle.ts';
import {
  controlField,
  fillMarked,
  fillStorage,
  find,
  put,
  restore,
  save,
  saveProblem,
  startScript,
  stored,
  touchRich,
  values,
  type DraftWindow,
} from './in-page/drafts.ts';
import { entriesOf, mark } from './log.ts';
import { strictPolicy } from './site-pages.ts';
import type { Site } from './site.ts';
import { story } from './story.ts';
import { pass, type Tab } from './tab.ts';

const [bundled] = await bundle({ drafts: 'component/drafts/drafts.ts' });

/** A page of its own with this body. Another `path` is another address. */
async function open(
  { tab, site }: { tab: Tab; site: Site },
  body: string,
  { path = '/form', csp = false } = {},
): Promise<void> {
  const script = { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' };
  site.answer('/drafts.js', { headers: script, body: bundled!.code });
  site.answer('/start.js', { headers: script, body: startScript });
  site.answer(new URL(path, site.origin).pathname, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      ...(csp && { 'Content-Security-Policy': strictPolicy }),
    },
    body: `<!doctype html><title>Drafts</title><body>${body}<session-guard><input id="ours"></session-guard>
      <script type="module" src="/start.js"></script>`,
  });
  await tab.page.goto(site.origin + path);
}

async function reload({ page }: Tab): Promise<void> {
  await page.reload();
}

/** In a window of Firefox that has not the focus, nothing is told of what people leave and enter. */
async function toFront({ page }: Tab): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction('document.hasFocus()');
}

const me = 'someone';
const run = {
  save: (tab: Tab, subject: string | undefined = me) => tab.page.evaluate(save, subject),
  find: (tab: Tab, subject = me) => tab.page.evaluate(find, subject),
  restore: (tab: Tab, subject = me) => tab.page.evaluate(restore, subject),
  values: (tab: Tab, ...ids: string[]) => tab.page.evaluate(values, ids),
  put: (tab: Tab, texts: Record<string, string>) => tab.page.evaluate(put, texts),
};

const everyKind = `
  <form id="f">
    <input id="text" value="as given"><input id="search" type="search"><input id="mail" type="email">
    <input id="tel" type="tel"><input id="url" type="url">
    <input id="number" type="number"><input id="date" type="date"><input id="time" type="time">
    <input id="month" type="month"><input id="week" type="week"><input id="local" type="datetime-local">
    <input id="color" type="color"><input id="range" type="range"><textarea id="area">as given</textarea>
    <input id="tick" type="checkbox"><input id="untick" type="checkbox" checked>
    <input id="tea" type="radio" name="drink" value="tea" checked><input id="milk" type="radio" name="drink" value="milk">
    <input id="one" type="radio" name="plain"><input id="two" type="radio" name="plain">
    <select id="single"><option value="a">A<option value="b" selected>B<option value="c">C</select>
    <select id="untouched"><option disabled>Choose<option>A<option>B</select>
    <select id="many" multiple><option value="a" selected>A<option value="b">B<option value="c">C</select>
  </form>
  <div id="rich" contenteditable data-session-guard-draft></div>
  <div id="custom" data-session-guard-draft></div>`;
const typed: Record<string, string> = {
  text: 'typed',
  search: 'a search',
  mail: 'a@b.example',
  tel: '+41 1',
  url: 'https://a.example/',
  number: '12.5',
  date: '2026-02-03',
  time: '04:05',
  month: '2026-02',
  week: '2026-W07',
  local: '2026-02-03T04:05',
  color: '#102030',
  range: '71',
  area: 'one\n\n two ',
  single: 'c',
  rich: 'some text',
  custom: 'of the page',
};
const clicked = { tick: true, untick: false, tea: false, milk: true, one: false, two: true };

function defineCustom(): void {
  const prototype = Object.create(HTMLDivElement.prototype, {
    value: {
      get(this: HTMLElement) {
        return this.dataset.value ?? '';
      },
      set(this: HTMLElement, text: string) {
        this.dataset.value = text;
      },
    },
  }) as object;
  Object.setPrototypeOf(document.getElementById('custom')!, prototype);
}

const inShadow = (html: string, host = ''): string =>
  `<section ${host}><template shadowrootmode="open">${html}</template></section>`;

// Alone, so that no other story takes the focus away.
describe('Where the person was', () => {
  story.inFront('holds what was typed into a framework’s field that came after it', async ({ site, tab }) => {
    await open({ site, tab }, '<p>');
    await toFront(tab);
    await tab.page.evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<input id="late"><input id="b">'),
    );
    await tab.page.evaluate(controlField, 'late');
    await tab.page.type('#late', 'still in it');
    await run.save(tab);
    expect(await run.find(tab)).toBe(1);
    await tab.page.evaluate(() => (window as unknown as DraftWindow).drafts.discard());
    await tab.page.click('#b');
    await run.save(tab);
    expect(await run.find(tab)).toBe(1);
  });

  story.inFront(
    'comes back with focus, caret and scroll, though our own link has the focus by then',
    async ({ site, tab }) => {
      const tall = '<div style="height: 3000px"></div>';
      await open({ site, tab }, `${tall}<textarea id="note" rows="2"></textarea>${tall}`);
      await toFront(tab);
      await tab.page.focus('#note');
      await run.put(tab, { note: Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n') });
      await tab.page.evaluate(() => {
        const note = document.querySelector('textarea')!;
        note.setSelectionRange(20, 31);
        document.querySelector<HTMLElement>('#ours')!.focus({ preventScroll: true });
      });
      // Firefox shows the caret in its own time.
      await pass(200);
      await tab.page.evaluate(() => {
        document.querySelector('textarea')!.scrollTop = 77;
        scrollTo(0, 2900);
      });
      const look = () => {
        const { selectionStart, selectionEnd, scrollTop } = document.querySelector('textarea')!;
        return [document.activeElement?.id, selectionStart, selectionEnd, scrollTop, scrollY];
      };
      await run.save(tab);
      await reload(tab);
      await tab.page.evaluate(() => scrollTo(0, 0));
      await run.restore(tab);
      await pass(200);
      expect(await tab.page.evaluate(look)).toEqual(['note', 20, 31, 77, 2900]);
    },
  );

  story.inFront('overwrites no framework’s field that was typed into since', async ({ site, tab }) => {
    await open({ site, tab }, '<input id="name" aria-label="Name"><input id="b">');
    await toFront(tab);
    await run.put(tab, { name: 'before' });
    await run.save(tab);
    await reload(tab);
    await tab.page.evaluate(controlField, 'name');
    await tab.page.type('#name', 'since');
    await tab.page.click('#b');
    expect(await run.restore(tab)).toEqual({ restored: 0, left: [{ label: 'Name', text: 'before' }] });
    expect(await run.values(tab, 'name')).toEqual(['since']);
  });
});

describe.concurrent('A draft', () => {
  story('brings every kind of field back over a reload', async ({ site, tab }) => {
    await open({ site, tab }, everyKind);
    await tab.page.evaluate(defineCustom);
    const ids = [...Object.keys(typed), ...Object.keys(clicked), 'many'];
    const given = await run.values(tab, ...ids);
    expect(await run.save(tab), 'with nothing typed').toBe('saved');
    expect(await tab.page.evaluate(stored)).toBe('{}');

    await run.put(tab, typed);
    for (const id of ['tick', 'untick', 'milk', 'two']) await tab.page.click(`#${id}`);
    await tab.page.select('#many', 'b', 'c');
    const wanted = await run.values(tab, ...ids);
    expect(wanted).toEqual([...Object.values(typed), ...Object.values(clicked), ['b', 'c']]);
    expect(await run.save(tab)).toBe('saved');

    await reload(tab);
    await tab.page.evaluate(defineCustom);
    expect(await run.values(tab, ...ids)).toEqual(given);
    expect(await run.find(tab)).toBe(22);
    expect(await run.restore(tab)).toEqual({ restored: 22, left: [] });
    expect(await run.values(tab, ...ids)).toEqual(wanted);
    const heard = await tab.page.evaluate(() => (window as unknown as DraftWindow).heard);
    for (const id of [...Object.keys(typed), 'many']) {
      const told = heard.filter((each) => each.endsWith(` ${id}`));
      expect(told).toEqual([`input ${id}`, `change ${id}`]);
    }
    // The browser's own event of a click stays in its tree.
    for (const id of ['tick', 'untick', 'milk', 'two'])
      expect(heard).toEqual(expect.arrayContaining([`input ${id}`, `change ${id} not composed`]));
    expect(await run.find(tab), 'kept until it is discarded').toBe(22);
    await tab.page.evaluate(() => (window as unknown as DraftWindow).drafts.discard());
    expect(await tab.page.evaluate(stored)).toBe('{}');
  });

  story('is heard by frameworks that keep every value as the default', async ({ site, tab }) => {
    const form = '<input id="name" value=""><input id="late">';
    await open({ site, tab }, form);
    await tab.page.evaluate(controlField, 'name');
    await tab.page.type('#name', 'Ada');
    expect(await tab.page.evaluate(() => document.querySelector('input')?.defaultValue)).toBe('Ada');
    expect(await run.save(tab)).toBe('saved');

    await reload(tab);
    // It came after the module.
    await tab.page.evaluate(() =>
      document
        .getElementById('name')!
        .replaceWith(Object.assign(document.createElement('input'), { id: 'name' })),
    );
    await tab.page.evaluate(controlField, 'name');
    expect(await run.restore(tab)).toEqual({ restored: 1, left: [] });
    expect(await tab.page.evaluate(() => document.body.dataset.state)).toBe('Ada');
    // It is unsent still, when the session ends again.
    await tab.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tab.page.evaluate(() => (window as unknown as DraftWindow).drafts.discard());
    await run.save(tab);
    expect(await run.find(tab)).toBe(1);
  });

  story('leaves alone what the page filled in and no hand came to', async ({ site, tab }) => {
    await open({ site, tab }, '<textarea id="note"></textarea><input id="other"><input id="seen">');
    await tab.page.focus('#note');
    await tab.page.evaluate(() => {
      document.querySelector('textarea')!.value = 'from the server';
      for (const input of document.querySelectorAll('input')) input.value = 'from the server, too';
    });
    await tab.page.focus('#seen');
    await tab.page.type('#note', ', edited');
    await run.save(tab);
    expect(await run.find(tab)).toBe(1);
    await reload(tab);
    await tab.page.evaluate(() => {
      document.querySelector('textarea')!.value = 'from the server';
      document.querySelector('input')!.value = 'new on the server';
    });
    expect(await run.restore(tab)).toEqual({ restored: 1, left: [] });
    expect(await run.values(tab, 'note', 'other')).toEqual(['from the server, edited', 'new on the server']);
  });

  story('keeps with what is typed now what the person has not decided about yet', async ({ site, tab }) => {
    await open({ site, tab }, '<textarea id="note"></textarea><input id="other">');
    await run.put(tab, { note: 'first page' });
    await run.save(tab);
    await reload(tab);
    await run.put(tab, { other: 'second page' });
    await run.save(tab);
    await run.put(tab, { other: '' });
    await run.save(tab);
    await run.put(tab, { other: 'second page, in the end' });
    await run.save(tab);
    await reload(tab);
    expect(await run.restore(tab)).toEqual({ restored: 2, left: [] });
    expect(await run.values(tab, 'note', 'other')).toEqual(['first page', 'second page, in the end']);
  });

  story('puts an edit back over what a framework filled in', async ({ site, tab }) => {
    const fill = () => {
      document.querySelector('textarea')!.value = 'from the server';
      const { drafts, createDrafts } = window as unknown as DraftWindow;
      drafts.stop();
      const again = createDrafts(document, Date.now, document.querySelector('session-guard')!, new Map());
      (window as unknown as DraftWindow).drafts = again;
    };
    await open({ site, tab }, '<textarea id="note"></textarea>');
    await tab.page.evaluate(fill);
    await tab.page.type('#note', ', edited');
    await run.save(tab);
    await reload(tab);
    await tab.page.evaluate(fill);
    const [text] = await run.values(tab, 'note');
    expect(text).toBe('from the server');
    expect(await run.restore(tab)).toEqual({ restored: 1, left: [] });
    expect(await run.values(tab, 'note')).toEqual(['from the server, edited']);
  });

  story('keeps two thousand words of any script, character for character', async ({ site, tab }) => {
    await open({ site, tab }, '<textarea id="note"></textarea>');
    const odd = [
      'word',
      '👩‍👩‍👧',
      'é',
      '\ud800',
      'a\u0000b',
      'שלום',
      '\u202eabc',
      '\t',
      '<b>&amp;',
      '"\\',
      '\u2028',
      '\ufeff',
    ];
    const text = Array.from({ length: 2000 }, (_, at) => odd[at % odd.length]).join(' ') + '\r\nend\r';
    const state = await tab.page.evaluate((given) => {
      (window as unknown as DraftWindow).keepers.set('all', { save: () => given, restore: () => undefined });
      document.querySelector('textarea')!.value = given;
      document.querySelector('textarea')!.dispatchEvent(new Event('input', { bubbles: true }));
      return document.querySelector('textarea')!.value;
    }, text);
    expect(state.length).toBeGreaterThan(8000);
    expect(await run.save(tab)).toBe('saved');
    await reload(tab);
    const got = await tab.page.evaluate(async () => {
      let kept: unknown;
      const { drafts, keepers } = window as unknown as DraftWindow;
      keepers.set('all', { save: () => undefined, restore: (given) => void (kept = given) });
      const { left } = await drafts.restore('someone');
      return { kept, value: document.querySelector('textarea')!.value, left };
    });
    expect(got).toEqual({ kept: text, value: state, left: [] });
  });

  story('finds fields in shadow roots, and none in frames or in our element', async ({ site, tab }) => {
    const form = inShadow(
      `<label>Inner<input data-word="INNER"></label>${inShadow('<input aria-label="deep" data-word="DEEP">')}`,
    );
    await open({ site, tab }, `${form}<iframe srcdoc="<input value=x data-word=FRAME>"></iframe>`);
    await tab.page.evaluate(() => document.getElementById('ours')!.setAttribute('data-word', 'OURS'));
    await tab.page.evaluate(fillMarked);
    await run.save(tab);
    expect(await run.find(tab)).toBe(2);
    expect(await tab.page.evaluate(stored)).not.toMatch(/FRAME|OURS/);
    await reload(tab);
    expect(await run.restore(tab)).toEqual({ restored: 2, left: [] });
    const inner = await tab.page.evaluate(
      () => document.querySelector('section')!.shadowRoot!.querySelector('input')!.value,
    );
    expect(inner).toBe('INNER');
  });

  story(
    'gives as text what has no place any more, and overwrites nothing that was typed since',
    async ({ site, tab }) => {
      const field = (label: string, id: string) => `<p><label>${label} <input id="${id}"></label></p>`;
      const choice =
        '<select id="choice" aria-label="Colour"><option value="">None<option value="r">Red</select>';
      await open(
        { site, tab },
        '<label>Gone <textarea id="gone">as given</textarea></label>' +
          field('Retyped', 'again') +
          field('Number', 'digits') +
          choice,
      );
      await run.put(tab, { gone: 'one', again: 'two', digits: 'three', choice: 'r' });
      await run.save(tab);
      const poorer = choice.replace(/<option value="r">Red/, '') + field('Retyped', 'again');
      await open({ site, tab }, `${poorer}<label>Number <input id="digits" readonly></label>`);
      await tab.page.type('#again', 'something else');
      expect(await run.restore(tab)).toEqual({
        restored: 0,
        left: [
          { label: 'Gone', text: 'one' },
          { label: 'Retyped', text: 'two' },
          { label: 'Number', text: 'three' },
          { label: 'Colour', text: 'Red' },
        ],
      });
      expect(await run.values(tab, 'again', 'choice', 'digits')).toEqual(['something else', '', '']);
    },
  );

  story('is stored and restored around a control that throws', async ({ site, tab }) => {
    const spoil = () =>
      Object.defineProperty(document.getElementById('bad'), 'value', {
        get: () => {
          throw new Error('mine');
        },
      });
    await open(
      { site, tab },
      '<p id="bad" data-session-guard-draft></p><form><input name="matches" id="good"></form>',
    );
    await tab.page.evaluate(`(${spoil.toString()})(), 0`);
    await run.put(tab, { good: 'text' });
    expect(await quietly(tab, () => run.save(tab))).toBe('saved');
    await reload(tab);
    await tab.page.evaluate(`(${spoil.toString()})(), 0`);
    expect(await quietly(tab, () => run.restore(tab))).toEqual({ restored: 1, left: [] });
  });

  story('fills in fields that come with what was filled in before', async ({ site, tab }) => {
    const form = `<label><input type="checkbox" id="other"> Other</label><div id="more"></div>`;
    const reveal = () =>
      document.getElementById('other')!.addEventListener('change', () =>
        setTimeout(() => {
          const more = Object.assign(document.createElement('input'), { id: 'which' });
          document.getElementById('more')!.replaceChildren(more);
        }),
      );
    await open({ site, tab }, form);
    await tab.page.evaluate(reveal);
    await tab.page.click('#other');
    await tab.page.waitForSelector('#which');
    await tab.page.type('#which', 'this one');
    await run.save(tab);
    await reload(tab);
    await tab.page.evaluate(reveal);
    expect(await run.restore(tab)).toEqual({ restored: 2, left: [] });
    expect(await run.values(tab, 'which')).toEqual(['this one']);
  });
});

describe.concurrent('Text that people edit in the page', () => {
  story('keeps its lines, as people typed them', async ({ site, tab }) => {
    await open(
      { site, tab },
      '<div id="rich" contenteditable data-session-guard-draft aria-label="Letter"></div>',
    );
    await tab.page.click('#rich');
    for (const line of ['Dear <b>Ada</b>,', '', 'two  spaces', 'End'])
      for (const key of [...line, 'Enter']) await tab.page.keyboard.press(key as 'a');
    const typed = await run.values(tab, 'rich');
    await run.save(tab);
    await reload(tab);
    expect(await run.restore(tab)).toEqual({ restored: 1, left: [] });
    const lines = (text: unknown) =>
      String(text)
        .replace(/\u00a0/g, ' ')
        .replace(/\n+/g, '\n')
        .trimEnd();
    expect(lines(await run.values(tab, 'rich'))).toBe(lines(typed));
    expect(lines(typed)).toBe('Dear <b>Ada</b>,\ntwo  spaces\nEnd');
    expect(await tab.page.evaluate(() => document.querySelector('#rich b'))).toBe(null);
  });

  const html: [string, string][] = [
    ['plain', 'plain'],
    ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['a<div>b<br></div>', 'a\nb'],
    ['<p>a <b>bold</b> move</p>\n  <ul>\n <li>one</li> <li>two</li></ul>', 'a bold move\none\ntwo'],
    ['a<br><br>', 'a\n'],
    ['<br>a', '\na'],
    ['a &nbsp; b', 'a \u00a0 b'],
    ['a<img alt="picture">b', 'ab'],
    ['<table><tr><td>a<td>b</table>', 'a\nb'],
  ];
  story('is read line by line, and comes back the same', async ({ site, tab }) => {
    const all = html.map(
      ([inner], at) => `<div contenteditable data-session-guard-draft id="r${at}">${inner}</div>`,
    );
    await open({ site, tab }, all.join(''));
    await tab.page.evaluate(touchRich);
    await run.save(tab);
    const read = async () => {
      const [draft] = Object.values(JSON.parse(await tab.page.evaluate(stored)) as Record<string, string>);
      const { fields } = JSON.parse(draft!) as { fields: { value: string }[] };
      return fields.map(({ value }) => value);
    };
    const texts = html.map(([, text]) => text);
    expect(await read()).toEqual(texts);
    await open({ site, tab }, all.map((each) => each.replace(/>.*(?=<)/s, '>')).join(''));
    expect(await run.restore(tab)).toEqual({ restored: html.length, left: [] });
    await run.save(tab);
    expect(await read()).toEqual(texts);
  });

  story(
    'keeps its spaces where the page shows them, and is given as text where it does not',
    async ({ site, tab }) => {
      const editable = (id: string, style: string, inner = '') =>
        `<div id="${id}" contenteditable data-session-guard-draft aria-label="${id}" style="${style}">${inner}</div>`;
      const all = (inner = '') =>
        editable('pre', 'white-space: pre-wrap', inner) +
        editable('normal', '', inner && `<pre>${inner}</pre>`);
      await open({ site, tab }, all('a\n  b'));
      await tab.page.evaluate(touchRich);
      await run.save(tab);
      await open({ site, tab }, all());
      const left = [{ label: 'normal', text: 'a\n  b' }];
      expect(await run.restore(tab)).toEqual({ restored: 1, left });
      expect(await run.values(tab, 'pre', 'normal')).toEqual(['a\n  b', '']);
    },
  );

  story('is not replaced where more than text would go', async ({ site, tab }) => {
    const editable = (inner: string) =>
      `<div id="rich" contenteditable data-session-guard-draft aria-label="Text">${inner}</div>`;
    await open({ site, tab }, editable('<b>Given</b>'));
    await tab.page.click('#rich');
    await tab.page.keyboard.type('x');
    await run.save(tab);
    await reload(tab);
    const { left } = await run.restore(tab);
    expect(left).toEqual([{ label: 'Text', text: expect.stringMatching(/^\w*x\w*$/) as string }]);
    expect(await run.values(tab, 'rich')).toEqual(['Given']);
  });

  story('breaks no strict policy, with everything else', async ({ site, tab }) => {
    await open({ site, tab }, everyKind, { csp: true });
    await run.put(tab, { ...typed, custom: undefined! });
    await run.save(tab);
    await reload(tab);
    expect((await run.restore(tab)).left).toEqual([]);
    expect(entriesOf(tab.log, 'csp-violation')).toEqual([]);
  });
});

/** Each with whether it is kept. */
const fieldsToKeep: [string, boolean][] = [
  ['<input>', true],
  ['<input type="password">', false],
  ['<input type="hidden">', false],
  ['<input type="submit">', false],
  ['<input type="button">', false],
  ['<input type="reset">', false],
  ['<button type="button"></button>', false],
  ['<input disabled>', false],
  ['<fieldset disabled><input></fieldset>', false],
  ['<textarea readonly></textarea>', false],
  ...[
    'one-time-code',
    'current-password',
    'new-password webauthn',
    'cc-number',
    'shipping CC-CSC',
    'off',
    'OFF',
  ].map((token): [string, boolean] => [`<input autocomplete="${token}">`, false]),
  ['<textarea autocomplete="off"></textarea>', false],
  ['<input autocomplete="name">', true],
  ['<form autocomplete="off"><input></form>', false],
  ['<form autocomplete="off"><input autocomplete=""></form>', false],
  ['<form autocomplete="off"><input autocomplete="on"></form>', true],
  ['<form autocomplete="off"><input autocomplete="street-address"></form>', true],
  [`<form autocomplete="off">${inShadow('<input>')}</form>`, false],
  ['<input data-session-guard-ignore>', false],
  ['<div data-session-guard-ignore><p><input></p></div>', false],
  [`<div data-session-guard-ignore>${inShadow('<input>')}</div>`, false],
  [inShadow('<input>', 'data-session-guard-ignore'), false],
  ['<div contenteditable></div>', false],
  ['<div contenteditable data-session-guard-draft></div>', true],
  ['<div contenteditable data-session-guard-draft autocomplete="off"></div>', false],
  ['<div data-session-guard-ignore><div contenteditable data-session-guard-draft></div></div>', false],
  ['<input name="userPassword">', false],
  ['<textarea name="api_key"></textarea>', false],
  ['<label>Your password<!-- --><input></label>', false],
  ['<input placeholder="Card number">', false],
  ['<input aria-label="IBAN">', false],
  ['<input maxlength="1">', false],
  ['<input style="-webkit-text-security: disc">', false],
  [inShadow('<input>', 'aria-label="Password"'), false],
  [inShadow('<input>', 'aria-label="Passenger"'), true],
  ['<input name="passenger">', true],
  ['<input name="compass">', true],
  ['<label>Never write passwords here<!-- --><textarea></textarea></label>', true],
];

/** With its word at the innermost field. */
function markUp([html]: [string, boolean], at: number): string {
  return html.replace(/^(.*<(?:input|textarea|button|div contenteditable))/, `$1 data-word="WORD${at}."`);
}

describe.concurrent('Never stored', () => {
  story('is any of what could be a secret', async ({ site, tab }) => {
    await open({ site, tab }, fieldsToKeep.map(markUp).join('\n'));
    await tab.page.evaluate(fillMarked);
    await run.save(tab);
    const text = await tab.page.evaluate(stored);
    const kept = fieldsToKeep.map(([html], at) => [html, text.includes(`WORD${at}.`)]);
    expect(kept).toEqual(fieldsToKeep);
  });

  story('is a password that is shown as text by then', async ({ site, tab }) => {
    await open({ site, tab }, '<input id="a" type="password"><textarea id="b"></textarea>');
    await run.put(tab, { a: 'SECRET', b: 'PLAIN' });
    await tab.page.evaluate(() => document.getElementById('a')!.setAttribute('type', 'text'));
    await run.save(tab);
    expect(await tab.page.evaluate(stored)).toContain('PLAIN');
    expect(await tab.page.evaluate(stored)).not.toContain('SECRET');
  });

  story('is text around something to be ignored', async ({ site, tab }) => {
    const around = 'AROUND<i data-session-guard-ignore>IGNORED</i>';
    await open({ site, tab }, `<div contenteditable data-session-guard-draft>${around}</div>`);
    await run.save(tab);
    expect(await tab.page.evaluate(stored)).toBe('{}');
  });

  story('is anything of nobody known, nor the address', async ({ site, tab }) => {
    await open({ site, tab }, '<input id="a">', { path: '/form?token=SECRET' });
    expect(await run.save(tab)).toBe('saved');
    await run.put(tab, { a: 'text' });
    expect(await tab.page.evaluate(saveProblem, undefined)).toMatchObject({ code: 'drafts-need-subject' });
    expect(await tab.page.evaluate(stored)).toBe('{}');
    await run.save(tab);
    expect(await tab.page.evaluate(stored)).not.toContain('SECRET');
  });
});

const note = '<textarea id="note" aria-label="Note"></textarea>';
const day = 86_400_000;

describe.concurrent('A draft is found', () => {
  story('by the same person only; for another it is deleted, wherever it is', async ({ site, tab }) => {
    await open({ site, tab }, note);
    await run.put(tab, { note: 'mine' });
    await run.save(tab);
    expect(await tab.page.evaluate(find, undefined), 'nobody known yet').toBe(0);
    expect(await run.find(tab)).toBe(1);
    await open({ site, tab }, note, { path: '/elsewhere' });
    expect(await tab.page.evaluate(restore, 'another')).toEqual({ restored: 0, left: [] });
    expect(await tab.page.evaluate(stored)).toBe('{}');
  });

  story('at its own address only', async ({ site, tab }) => {
    await open({ site, tab }, note, { path: '/form?id=1' });
    await run.put(tab, { note: 'of one' });
    await run.save(tab);
    await open({ site, tab }, note, { path: '/form?id=2' });
    expect(await run.find(tab)).toBe(0);
    expect(await run.restore(tab)).toEqual({ restored: 0, left: [] });
    await open({ site, tab }, note, { path: '/form?id=1' });
    expect(await run.find(tab)).toBe(1);
  });

  for (const [late, count] of [
    [day, 1],
    [day + 1000, 0],
    [-day - 1000, 0],
  ] as const) {
    story(
      `${count ? 'still' : 'no longer'} with the clock moved by ${late / 1000} s`,
      async ({ site, tab }) => {
        await open({ site, tab }, note);
        const found = await tab.page.evaluate((ms) => {
          const { createDrafts } = window as unknown as DraftWindow;
          let now = 1_800_000_000_000;
          const drafts = createDrafts(
            document,
            () => now,
            document.querySelector('session-guard')!,
            new Map(),
          );
          document.querySelector('textarea')!.value = 'text';
          document.querySelector('textarea')!.dispatchEvent(new Event('input', { bubbles: true }));
          drafts.save('someone');
          now += ms;
          return { found: drafts.find('someone'), stored: sessionStorage.length };
        }, late);
        expect(found).toEqual({
          found: count ? { count, savedAt: 1_800_000_000_000 } : undefined,
          stored: count,
        });
      },
    );
  }

  story('not where something else was stored, which is deleted', async ({ site, tab }) => {
    await open({ site, tab }, note);
    await run.put(tab, { note: 'text' });
    await run.save(tab);
    const left = await tab.page.evaluate(() => {
      const [key = ''] = Object.keys(sessionStorage);
      const good = JSON.parse(sessionStorage.getItem(key)!) as Record<string, unknown>;
      sessionStorage.setItem('of the page', 'stays');
      const { drafts } = window as unknown as DraftWindow;
      const bad = [
        '',
        'null',
        '[]',
        '{',
        '{"version":2}',
        { ...good, version: 2 },
        { ...good, fields: [null] },
      ];
      return bad.map((each) => {
        sessionStorage.setItem(key, typeof each === 'string' ? each : JSON.stringify(each));
        return [drafts.find('someone')?.count ?? 'none', Object.keys(sessionStorage).join()];
      });
    });
    for (const each of left) expect(each).toEqual(['none', 'of the page']);
  });
});

describe.concurrent('Before the person leaves it is said', () => {
  story('that there is no room, and the older draft stays', async ({ site, tab }) => {
    await open({ site, tab }, note);
    await run.put(tab, { note: 'older' });
    await run.save(tab);
    await tab.page.evaluate(fillStorage);
    await run.put(tab, { note: 'newer and longer' });
    expect(await tab.page.evaluate(saveProblem, me)).toMatchObject({ code: 'drafts-storage-full' });
    await reload(tab);
    expect(await run.restore(tab)).toEqual({ restored: 1, left: [] });
    expect(await run.values(tab, 'note')).toEqual(['older']);
  });

  story('that there is too much', async ({ site, tab }) => {
    await open({ site, tab }, note);
    await run.put(tab, { note: 'x'.repeat(1_000_001) });
    expect(await run.save(tab)).toBe('drafts-storage-full');
  });

  story('that storage is forbidden', async ({ site, tab }) => {
    await open({ site, tab }, '<iframe sandbox="allow-scripts" src="/inner"></iframe>', { path: '/outer' });
    await open({ site, tab }, note, { path: '/inner' });
    await tab.page.goto(`${site.origin}/outer`);
    const frame = await tab.page.waitForFrame((each) => each.url().endsWith('/inner'));
    await frame.waitForFunction('window.drafts');
    await frame.evaluate(put, { note: 'text' });
    expect(await frame.evaluate(saveProblem, me)).toMatchObject({ code: 'drafts-storage-blocked' });
    expect(await frame.evaluate(find, me)).toBe(0);
    expect(await frame.evaluate(restore, me)).toEqual({ restored: 0, left: [] });
    await frame.evaluate(() => (window as unknown as DraftWindow).drafts.discard());
  });
});

describe.concurrent('State of the page’s own', () => {
  story('travels along, and is restored before the fields', async ({ site, tab }) => {
    await open({ site, tab }, '<div id="rows"></div>');
    const keepRows = () => {
      const rows = document.getElementById('rows')!;
      const add = () => rows.append(Object.assign(document.createElement('input'), { name: 'row' }));
      return (window as unknown as DraftWindow).keepers.set('rows', {
        save: () => ({ count: rows.children.length, nested: [null, true, 'é'] }),
        restore: async (state) => {
          await new Promise((resolve) => setTimeout(resolve, 30));
          document.body.dataset.state = JSON.stringify(state);
          for (let at = 0; at < (state as { count: number }).count; at++) add();
        },
      }) as unknown;
    };
    await tab.page.evaluate(() => {
      for (const text of ['one', 'two']) {
        const row = Object.assign(document.createElement('input'), { name: 'row', value: text });
        document.getElementById('rows')!.append(row);
        row.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await tab.page.evaluate(`(${keepRows.toString()})(), 0`);
    await run.save(tab);
    await reload(tab);
    await tab.page.evaluate(`(${keepRows.toString()})(), 0`);
    expect(await run.restore(tab)).toEqual({ restored: 3, left: [] });
    expect(
      await tab.page.evaluate(() =>
        [...document.querySelectorAll('#rows input')].map((each) => (each as HTMLInputElement).value),
      ),
    ).toEqual(['one', 'two']);
    expect(await tab.page.evaluate(() => document.body.dataset.state)).toBe(
      '{"count":2,"nested":[null,true,"é"]}',
    );
  });

  const refused: [string, string][] = [
    ['throws', '{ throw new Error("mine") }'],
    ['is a number too big for JSON', 'new Object(1n)'],
    ['is a map', 'new Map([[1, 2]])'],
    ['holds a function', '({ run() {} })'],
    ['holds itself', '{ const round = {}; round.round = round; return round }'],
    ['is a promise', 'Promise.resolve(1)'],
    ['is no number', '[NaN]'],
  ];
  story('that JSON cannot hold is told, and all else is stored', async ({ site, tab }) => {
    await open({ site, tab }, note);
    await run.put(tab, { note: 'text' });
    for (const [what, code] of refused) {
      const keeper = `{ save: () => ${code}, restore() {} }`;
      await tab.page.evaluate(`keepers.set('mine', ${keeper}); 0`);
      const expected = { code: 'drafts-state-unsaved', field: 'mine' };
      expect(await quietly(tab, () => tab.page.evaluate(saveProblem, me)), what).toMatchObject(expected);
      expect(await run.find(tab), what).toBe(1);
      await tab.page.evaluate('keepers.delete("mine"), drafts.discard()');
    }
    expect(await run.save(tab), 'taken away').toBe('saved');
  });

  story('is given as text where nobody takes it, or its taker fails or is slow', async ({ site, tab }) => {
    await open({ site, tab }, note);
    await tab.page.evaluate(`
      for (const [name, state] of [['plain', 'a text'], ['fails', { a: 1 }], ['slow', [1]], ['nothing', undefined]])
        keepers.set(name, { save: () => state, restore() {} });
    `);
    expect(await run.save(tab)).toBe('saved');
    expect(await run.find(tab)).toBe(3);
    await reload(tab);
    await tab.page.evaluate(`
      keepers.set('fails', { save() {}, restore() { throw new Error('mine') } });
      keepers.set('slow', { save() {}, restore: () => new Promise(() => {}) });
      0`);
    expect(await quietly(tab, () => run.restore(tab))).toEqual({
      restored: 0,
      left: [
        { label: 'plain', text: 'a text' },
        { label: 'fails', text: '{"a":1}' },
        { label: 'slow', text: '[1]' },
      ],
    });
  });
});

/** The page is told of its own errors; here that is wanted. */
async function quietly<T>(tab: Tab, act: () => Promise<T>): Promise<T> {
  const since = mark(tab.log);
  const result = await act();
  await tab.log.wait('the error of the page', ({ kind }) => kind === 'thrown', {
    after: since,
    within: 3000,
  });
  await tab.page.evaluate('new Promise((done) => setTimeout(done, 100))');
  tab.errors.length = 0;
  return result;
}
