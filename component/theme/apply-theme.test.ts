import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readTheme } from '../../shared/theme/read-theme.ts';
import { example, srgb } from '../../shared/theme/testing/example.ts';
import { applyTheme } from './apply-theme.ts';
import { appliedTo, rootsOf, themeEvent, themeOf, type ThemeRoot } from './theme-of.ts';

class Sheet {
  text = '';
  replaceSync(text: string) {
    this.text = text;
  }
}

class Root extends EventTarget {
  adoptedStyleSheets: Sheet[] = [new Sheet()];
  defaultView = { CSSStyleSheet: Sheet };
  location = { hostname: 'bank.example' };
  heard = 0;
  host?: object;
  constructor(host?: object) {
    super();
    this.host = host;
    this.addEventListener(themeEvent, () => this.heard++);
  }
}

const newRoot = (host?: object) => new Root(host) as Root & ThemeRoot;
const radius = (value: number) => ({ both: { radius: { $value: { value, unit: 'px' } } } });
let warned: string[];

beforeEach(() => {
  warned = [];
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void warned.push(line));
});
afterEach(() => void vi.restoreAllMocks());

it('adopts one sheet beside those of the page, and the next theme takes its place', () => {
  const root = newRoot();
  const [own] = root.adoptedStyleSheets;
  expect(applyTheme(radius(1), root)).toEqual({ ok: true, warnings: [] });
  expect(applyTheme(JSON.stringify(radius(2)), root).ok).toBe(true);
  expect(root.adoptedStyleSheets).toMatchObject([own, { text: expect.stringContaining('radius: 2px') }]);
  expect(root.adoptedStyleSheets[1]!.text).toMatch(/^:root, :host \{/);
  expect([applyTheme(undefined, root).ok, root.adoptedStyleSheets, appliedTo(root)]).toEqual([
    true,
    [own],
    undefined,
  ]);
  expect(root.heard).toBe(3);
});

it('leaves texts and logo where every bundle finds them', () => {
  const root = newRoot();
  applyTheme(example(), root);
  expect((root as never as Record<symbol, unknown>)[Symbol.for('session-guard.theme')]).toMatchObject({
    texts: { de: { renew: 'Angemeldet bleiben' } },
    logo: { alt: 'Harbour Bank' },
  });
});

it('takes a theme that was read before, but none that only looks like one', () => {
  const { theme } = readTheme(radius(3));
  const root = newRoot();
  expect(applyTheme(theme, root).ok).toBe(true);
  expect(applyTheme({ ...theme, both: { radius: { value: '0;}', unit: 'px' } } }, root).ok).toBe(false);
  expect(root.adoptedStyleSheets.at(-1)!.text).toContain('radius: 3px');
});

it('changes nothing by a theme that it refuses, and says why once', () => {
  const root = newRoot();
  applyTheme(radius(1), root);
  const [before, worn] = [[...root.adoptedStyleSheets], appliedTo(root)];
  for (const acent of [{}, { $value: 1 }])
    expect(applyTheme({ light: { acent } }, root)).toMatchObject({
      ok: false,
      problems: [{ field: 'light.acent' }],
    });
  expect([root.adoptedStyleSheets, appliedTo(root), root.heard]).toEqual([before, worn, 1]);
  expect(warned).toEqual([
    'session-guard: This theme is not applied.\n  light.acent: unknown-token expected: "accent", or another known name',
  ]);
});

it('never throws, whatever it is given, and wherever', () => {
  for (const given of ['', '[', 1, null, () => 1, new Proxy({}, { ownKeys: () => expect.fail() })])
    expect(applyTheme(given as string, newRoot()).ok).toBe(false);
  expect(applyTheme(radius(1)).ok).toBe(false);
  expect(applyTheme(radius(1), {} as ThemeRoot)).toMatchObject({ problems: [{ code: 'not-applied' }] });
});

it('tells what is hard to read where pages are developed, and nowhere else', async () => {
  const faint = { both: { text: { $value: srgb(0.6, 0.6, 0.6) } } };
  applyTheme(faint, newRoot());
  const local = newRoot();
  local.location.hostname = 'localhost';
  applyTheme(faint, local);
  await vi.waitFor(() => expect(warned).toHaveLength(1));
  expect(warned[0]).toContain('light.text: low-contrast');
});

it('finds the nearest theme, up through shadow roots to the document', () => {
  class ShadowRoot extends Root {}
  class Document extends Root {}
  vi.stubGlobal('ShadowRoot', ShadowRoot);
  vi.stubGlobal('Document', Document);
  const page = new Document() as Document & ThemeRoot;
  const outer = { getRootNode: () => page };
  const inner = new ShadowRoot(outer) as ShadowRoot & ThemeRoot;
  const host = { getRootNode: () => inner } as never as Element;
  expect(rootsOf(host)).toEqual([inner, page]);
  applyTheme(example(), page);
  expect(themeOf(host)?.logo?.alt).toBe('Harbour Bank');
  applyTheme(radius(1), inner);
  expect(themeOf(host)).toMatchObject({ texts: {}, logo: undefined });
  expect(themeOf({ getRootNode: () => host } as never)).toBeUndefined();
  vi.unstubAllGlobals();
});
