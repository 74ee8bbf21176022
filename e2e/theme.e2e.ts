import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { onePixel } from './one-pixel.ts';
import { until, untilDialog } from './prompt.ts';
import { story, visit } from './story.ts';
import type { Tab } from './tab.ts';

const script = "import { applyTheme } from '/dist/theme.js'; globalThis.applyTheme = applyTheme;";

const color = (...components: number[]) => ({ $value: { colorSpace: 'srgb', components } });

const theme = {
  palette: { $type: 'color', ink: color(0, 0.2, 0.4) },
  light: { surface: color(1, 1, 0.8), text: { $value: '{palette.ink}' } },
  dark: { surface: { $value: '{palette.ink}' }, text: color(1, 1, 0.8) },
  both: {
    radius: { $value: { value: 0.25, unit: 'rem' } },
    font: { $value: ['"; } * { display: none', 'monospace'] },
  },
  $extensions: {
    'session-guard': {
      version: 1,
      name: 'Harbour Bank',
      texts: { en: { plainWarning: 'Your watch ends' } },
      logo: {
        data: onePixel(200, 0, 0),
        dark: onePixel(0, 0, 200),
        alt: 'Harbour Bank',
        height: { value: 24, unit: 'px' },
      },
    },
  },
};

describe.concurrent('A theme, under a strict policy with Trusted Types', () => {
  story('gives its look in light and dark, and its logo', async ({ site, tab }) => {
    site.answer('/theme-page.js', { headers: { 'Content-Type': 'text/javascript' }, body: script });
    const content = '<script type="module" src="/theme-page.js"></script>';
    await visit(tab, site.page({ 'expires-in': '25', 'sign-in-url': '/signin' }, { csp: 'strict', content }));
    expect(await apply(tab, theme)).toMatchObject({ ok: true });
    await untilDialog(tab);
    await scheme(tab, 'light');
    const light = { surface: [255, 255, 204], text: [0, 51, 102] };
    expect(await look(tab)).toMatchObject({ ...light, radius: '4px', heading: 'Your watch ends' });
    await until(tab, 'the logo', () => logo(tab), seen('200,0,0,255'));
    await scheme(tab, 'dark');
    expect(await look(tab)).toMatchObject({ surface: light.text, text: light.surface });

    expect(await apply(tab, { light: { acent: {} } })).toMatchObject({
      ok: false,
      problems: [{ field: 'light.acent', expected: '"accent", or another known name' }],
    });
    expect(tab.console.filter((line) => line.includes('light.acent'))).toHaveLength(1);
    expect(await look(tab)).toMatchObject({ surface: light.text, radius: '4px' });

    // Drawn anew, as by the next theme.
    await apply(tab, { ...theme, both: {} });
    await until(tab, 'the logo for the dark', () => logo(tab), seen('0,0,200,255'));
    expect(await logo(tab)).toMatchObject({ label: 'Harbour Bank', height: 24, dots: 48 });
    expect((await look(tab)).radius).toBe('16px');

    await apply(tab, undefined);
    expect(await look(tab)).toMatchObject({ surface: [27, 30, 37], heading: 'Your session is about to end' });
    expect(await logo(tab)).toBeUndefined();
    expect(entriesOf(tab.log, 'csp-violation')).toEqual([]);
  });
});

const seen = (dot: string) => (logo: { dot: string } | undefined) => logo?.dot === dot;

function apply(tab: Tab, given: unknown): Promise<unknown> {
  return tab.page.evaluate(
    (file) => (globalThis as never as { applyTheme(theme: unknown): unknown }).applyTheme(file ?? undefined),
    given ?? null,
  );
}

function scheme(tab: Tab, name: string): Promise<void> {
  return tab.page.evaluate((value) => {
    document.documentElement.style.colorScheme = value;
  }, name);
}

function look(tab: Tab) {
  return tab.page.evaluate(() => {
    const dialog = document.querySelector('session-guard')!.shadowRoot!.querySelector('dialog')!;
    const { backgroundColor, color, borderRadius } = getComputedStyle(dialog);
    const paper = document.createElement('canvas').getContext('2d')!;
    const dotOf = (style: string) => {
      paper.fillStyle = style;
      paper.fillRect(0, 0, 1, 1);
      return [...paper.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    return {
      surface: dotOf(backgroundColor),
      text: dotOf(color),
      radius: borderRadius,
      heading: dialog.querySelector('h2')!.textContent.trim(),
    };
  });
}

function logo(tab: Tab) {
  return tab.page.evaluate(() => {
    const root = document.querySelector('session-guard')!.shadowRoot!;
    const canvas = root.querySelector<HTMLCanvasElement>('dialog > canvas[part=logo][role=img]:has(+ h2)');
    if (!canvas) return undefined;
    const dot = canvas.getContext('2d')!.getImageData(10, 10, 1, 1).data.join();
    const { height } = canvas.getBoundingClientRect();
    return { dot, label: canvas.ariaLabel, height, dots: canvas.height };
  });
}
