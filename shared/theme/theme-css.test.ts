import { parse, walk } from 'css-tree';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTheme } from './read-theme.ts';
import { example, px, srgb } from './testing/example.ts';
import { cssOf } from './theme-css.ts';
import { tokenNames } from './tokens.ts';

const cssFor = (file: unknown, selector?: string) => cssOf(readTheme(file).theme!, selector);

/** What a strict parser finds in it: rules, and the names that they set. */
function partsOf(css: string) {
  const found = { rules: 0, names: [] as string[], odd: [] as string[] };
  const onParseError = (error: Error) => found.odd.push(error.message);
  walk(parse(css, { onParseError, parseCustomProperty: true }), function (node) {
    // The condition of `@supports` is ours, and sets nothing.
    if (this.atrulePrelude) return;
    if (node.type === 'Declaration') found.names.push(node.property);
    else if (node.type === 'Rule') found.rules++;
    else if (['Url', 'Raw', 'Comment', 'CDO', 'CDC'].includes(node.type)) found.odd.push(node.type);
    else if (node.type === 'Atrule' && node.name !== 'supports') found.odd.push(node.name);
  });
  return found;
}

const isOurs = (name: string) => tokenNames.some((token) => name === `--session-guard-${token}`);

it('writes what is given, schemes behind what knows them', () =>
  expect(cssFor(example())).toMatchInlineSnapshot(`
    ":root {
      --session-guard-font: "Inter", system-ui;
      --session-guard-heading-weight: 600;
      --session-guard-countdown-weight: 350;
      --session-guard-radius: 0.5rem;
    }
    @supports (color: light-dark(red, red)) {
      :root {
        --session-guard-surface: light-dark(color(srgb 1 1 1), color(srgb 0 0 0.1));
        --session-guard-accent: light-dark(color(srgb 0.05 0.2 0.6), oklch(0.85 0.1 none));
        --session-guard-on-accent: light-dark(#fff, color(srgb 0 0 0.1));
        --session-guard-alert: color(srgb 0.05 0.2 0.6);
        --session-guard-shadow: 0px 8px 24px 0px light-dark(color(srgb 0 0 0.1), transparent), 0px 2px 4px 0px light-dark(transparent, color(srgb 0 0 0 / 0.5));
      }
    }
    "
  `));

it('writes nothing for nothing', () => expect(cssFor({})).toBe(''));

it('keeps the default of a scheme that has no colour of its own', () =>
  expect(cssFor({ dark: { accent: { $value: srgb(1, 1, 1) } } })).toContain(
    'light-dark(#2747d6, color(srgb 1 1 1))',
  ));

describe('hostile input', () => {
  const letters = fc.string({ unit: fc.constantFrom(...`a"'\\;{}()<>/*:@!#-é漢 `.split('')), maxLength: 40 });
  const fonts = fc.array(fc.oneof(letters, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 5 });

  it('a font can have any name, and leaves its quotation marks by none', () =>
    fc.assert(
      fc.property(fonts, (names) => {
        const { theme } = readTheme({ both: { font: { $value: names }, width: { $value: px(300) } } });
        if (!theme) return;
        const { rules, names: set, odd } = partsOf(cssOf(theme));
        expect({ rules, set, odd }).toEqual({
          rules: 1,
          set: ['--session-guard-font', '--session-guard-width'],
          odd: [],
        });
      }),
    ));

  it('whatever replaces a part of a theme: refused with a reason, or plain tokens', () =>
    fc.assert(
      fc.property(
        fc.nat(),
        fc.oneof(
          fc.jsonValue(),
          letters,
          fc.constantFrom('{palette.main}', { $ref: '#/light' }, '__proto__', 1e308),
        ),
        (where, value) => {
          const file = example();
          const places = placesIn(file);
          const [holder, key] = places[where % places.length]!;
          Object.defineProperty(holder, key, { value, enumerable: true });
          const { theme, problems } = readTheme(file);
          expect(theme || problems!.length).toBeTruthy();
          if (!theme) return;
          const { names, odd } = partsOf(cssOf(theme));
          expect([names.filter((name) => !isOurs(name)), odd]).toEqual([[], []]);
        },
      ),
      { numRuns: 500 },
    ));

  it('any JSON at all is read or refused, never thrown', () =>
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.anything()), (file) => {
        const { theme, problems } = readTheme(file);
        if (theme) expect(partsOf(cssOf(theme)).odd).toEqual([]);
        else expect(problems!.length).toBeGreaterThan(0);
        for (const { found = '', code } of problems ?? [])
          expect([code !== '', found.length <= 80]).toEqual([true, true]);
      }),
      { numRuns: 500 },
    ));
});

/** Every member of every object in it. */
function placesIn(value: unknown): [object, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(
    ([key, each]) => [[value, key], ...placesIn(each)] as [object, string][],
  );
}

describe('selectors', () => {
  it.each([
    ':root',
    ':root, :host',
    '.app > session-guard',
    '[data-theme="dark"]',
    ':is(.a, .b):not(#c)',
    '*',
  ])('takes %s', (selector) => expect(cssFor(example(), selector)).toContain(`${selector} {`));
  it.each(['', 'a{}', 'a;b', '@media x', ':root(', ')(', 'a/*', '*/', '[a="]', '<style>', 'a\\'])(
    'refuses %s',
    (selector) => expect(() => cssFor(example(), selector)).toThrow(TypeError),
  );
});
