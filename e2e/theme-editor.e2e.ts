import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { until } from './prompt.ts';
import { story, visit } from './story.ts';
import type { Tab } from './tab.ts';

const script = `
import { editorTag, languages, speak } from '/dist/theme-editor.js';
const editor = Object.assign(document.createElement(editorTag), { languages, speak });
document.querySelector('#place').append(editor);`;

describe('The theme editor, under a strict policy with Trusted Types', () => {
  story('draws and measures while a colour is dragged, and undoes it', async ({ site, tab }) => {
    site.answer('/editor.js', { headers: { 'Content-Type': 'text/javascript' }, body: script });
    const content = '<div id="place"></div><script type="module" src="/editor.js"></script>';
    await visit(tab, site.page({}, { csp: 'strict', element: 'none', content }));
    const there = () => seen(tab).catch(() => undefined);
    await until(tab, 'the pictures', there, (found) => found?.muted === '82,90,104');

    await drag(tab, ['#667080', '#8a93a3', '#b0b7c4']);
    expect(await seen(tab)).toMatchObject({ muted: '176,183,196', level: 'too low: 4.5:1 is needed' });
    // One drag is one step.
    await press(tab, 'Undo');
    expect(await seen(tab)).toMatchObject({ muted: '82,90,104', level: 'passes AA' });
    await press(tab, 'Redo');
    await press(tab, 'nearest that passes');
    const mended = await seen(tab);
    expect(mended.level).toBe('passes AA');
    expect(mended.said).toMatch(/^Quiet text on Surface: 4\.[5-6]\d*:1$/);

    // What is no theme changes nothing; what was exported is the same when it comes back.
    const text = await textOf(tab);
    expect(await take(tab, '{"light": {"acent": {"$value": 1}}}')).toMatch(
      /light\.acent\s+expected: "accent"/,
    );
    expect(await textOf(tab)).toBe(text);
    await take(tab, text);
    expect(await textOf(tab)).toBe(text);
    expect(JSON.parse(text)).toMatchObject({ light: { muted: { $value: { colorSpace: 'srgb' } } } });
    expect(entriesOf(tab.log, 'csp-violation')).toEqual([]);
  });
});

interface Editor extends HTMLElement {
  text: string;
  take(text: string): void;
}

/** What is pictured, and what stands beside the colour. */
const seen = (tab: Tab) =>
  tab.page.evaluate(async () => {
    const editor = document.querySelector<Editor>('session-guard-theme-editor')!;
    await (editor as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    const root = editor.shadowRoot!;
    const page = root.querySelector<HTMLIFrameElement>('iframe[data-scheme=light]')!.contentDocument!;
    const outer = page.querySelector('div')!.shadowRoot!;
    const prompt = [...outer.children].find(({ shadowRoot }) => shadowRoot)!.shadowRoot!;
    const { color } = page.defaultView!.getComputedStyle(prompt.querySelector('#m')!);
    const paper = document.createElement('canvas').getContext('2d')!;
    paper.fillStyle = color;
    paper.fillRect(0, 0, 1, 1);
    const pair = root.querySelector('[data-token=muted] .cell:first-child .pairs li')!;
    const [said, level] = [...pair.children].map(({ textContent }) => textContent);
    return { muted: [...paper.getImageData(0, 0, 1, 1).data.slice(0, 3)].join(), said, level };
  });

const drag = (tab: Tab, colours: string[]) =>
  tab.page.evaluate((colours) => {
    const root = document.querySelector('session-guard-theme-editor')!.shadowRoot!;
    const picker = root.querySelector<HTMLInputElement>('#light-muted')!;
    for (const colour of colours) {
      picker.value = colour;
      picker.dispatchEvent(new Event('input', { bubbles: true }));
    }
    picker.dispatchEvent(new Event('change', { bubbles: true }));
  }, colours);

const press = (tab: Tab, text: string) =>
  tab.page.evaluate((text) => {
    const root = document.querySelector('session-guard-theme-editor')!.shadowRoot!;
    const found = [...root.querySelectorAll('button')].find(({ textContent }) => textContent.includes(text));
    found!.click();
  }, text);

const textOf = (tab: Tab) =>
  tab.page.evaluate(() => document.querySelector<Editor>('session-guard-theme-editor')!.text);

/** Drops it; @returns what is said then. */
const take = (tab: Tab, text: string) =>
  tab.page.evaluate(async (text) => {
    const editor = document.querySelector<Editor>('session-guard-theme-editor')!;
    editor.take(text);
    await (editor as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    return editor.shadowRoot!.querySelector<HTMLElement>('.top')!.innerText;
  }, text);
