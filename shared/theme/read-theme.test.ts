import { describe, expect, it } from 'vitest';
import { isTheme, readTheme } from './read-theme.ts';
import { example, png, px, srgb } from './testing/example.ts';

const themeOf = (file: unknown) => {
  const { theme, problems } = readTheme(file);
  if (!theme) throw new Error(JSON.stringify(problems));
  return theme;
};
const problemsOf = (file: unknown) => readTheme(file).problems?.map(({ code, field }) => `${code} ${field}`);
const ours = (members: object) => ({ $extensions: { 'session-guard': { version: 1, ...members } } });
const logo = (members: object) => ours({ logo: { data: png, alt: 'Bank', ...members } });
const at = '$extensions.session-guard';

describe('what is whole', () => {
  it('reads a file that uses all there is, aliases resolved', () => {
    const { light, dark, both, name, texts, logo } = themeOf(example());
    expect(light.accent).toEqual({ ...srgb(0.05, 0.2, 0.6), alpha: 1 });
    expect(dark.accent).toEqual({ colorSpace: 'oklch', components: [0.85, 0.1, 'none'], alpha: 1 });
    expect(dark.surface).toEqual({ ...srgb(0, 0, 0.1), alpha: 1 });
    expect(light.shadow).toMatchObject([{ color: srgb(0, 0, 0.1), blur: px(24), inset: false }]);
    expect(both).toEqual({
      radius: { value: 0.5, unit: 'rem' },
      font: ['Inter', 'system-ui'],
      'heading-weight': 600,
      'countdown-weight': 350,
    });
    expect(name).toBe('Harbour Bank');
    expect(texts).toEqual({ de: { renew: 'Angemeldet bleiben', reasons: { expired: 'Die Zeit ist um.' } } });
    expect(logo).toMatchObject({ data: png, dark: png, alt: 'Harbour Bank' });
  });

  it('reads the text of a file too, with a byte order mark as editors leave one', () =>
    expect(themeOf('\uFEFF' + JSON.stringify(example()))).toEqual(themeOf(example())));

  it('takes a colour in "both" for each scheme that has none of its own', () => {
    const [red, blue] = [srgb(1, 0, 0), srgb(0, 0, 1)];
    const { light, dark } = themeOf({
      both: { accent: { $value: red } },
      dark: { accent: { $value: blue } },
    });
    expect([light.accent, dark.accent]).toMatchObject([red, blue]);
  });

  it('takes over a group by $extends, what it has itself first', () => {
    const { dark } = themeOf({
      base: { accent: { $value: srgb(1, 0, 0) }, text: { $value: srgb(0, 0, 0) } },
      light: { $extends: '{base}' },
      dark: { $extends: '#/light', text: { $value: srgb(1, 1, 1) } },
    });
    expect(dark).toMatchObject({ accent: srgb(1, 0, 0), text: srgb(1, 1, 1) });
  });

  it('takes a pointer to a part of a value', () =>
    expect(
      themeOf({
        a: { $value: { colorSpace: 'srgb', components: [0, { $ref: '#/b/$value' }, 1] } },
        b: { $type: 'number', $value: 0.25 },
        both: { accent: { $value: '{a}' } },
      }).light.accent,
    ).toMatchObject(srgb(0, 0.25, 1)));

  it('is frozen, and known as one that was read', () => {
    const theme = themeOf(example());
    expect(Object.isFrozen(theme.light.accent)).toBe(true);
    expect([isTheme(theme), isTheme(example()), isTheme(structuredClone(theme))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['hsl', [359.9, 100, 0]],
    ['hwb', [0, 50, 50]],
    ['lab', [100, -120, 120]],
    ['lch', [50, 200, 10]],
    ['oklab', [1, -0.4, 0.4]],
    ['oklch', [0.5, 0.4, 'none']],
    ['display-p3', [0, 1, 0]],
    ['xyz-d50', ['none', 'none', 'none']],
  ])('takes colours of %s', (colorSpace, components) =>
    expect(problemsOf({ both: { accent: { $value: { colorSpace, components } } } })).toBeUndefined(),
  );
});

describe('what is whole and yet hardly meant', () => {
  const warningsOf = (file: unknown) => readTheme(file).warnings.map(({ code, field }) => `${code} ${field}`);
  const accent = { $value: srgb(0, 0, 1) };

  it('warns of a scheme without colours', () =>
    expect(warningsOf({ light: { accent, focus: accent } })).toEqual(['one-scheme dark']));
  it('warns of a colour that only one scheme has', () =>
    expect(warningsOf({ light: { accent, text: accent }, dark: { accent } })).toEqual([
      'one-scheme light.text',
    ]));
  it('warns of a token that stands where it has no effect', () =>
    expect(warningsOf({ accent })).toEqual(['unused-token accent']));
});

describe('what is refused, by its place', () => {
  const color = (value: unknown) => ({ both: { accent: { $value: value } } });
  const both = (name: string, $value: unknown) => ({ both: { [name]: { $value } } });
  const shadow = (members: object) =>
    both('shadow', {
      color: srgb(0, 0, 0),
      offsetX: px(0),
      offsetY: px(0),
      blur: px(0),
      spread: px(0),
      ...members,
    });

  it.each<[string, unknown]>([
    ['not-json undefined', '{'],
    ['not-json undefined', undefined],
    ['not-json undefined', []],
    ['not-json undefined', { value: 1n }],
    ['bad-group name', { name: 'Bank' }],
    ['unknown-member $value', { $value: 1 }],
    ['unknown-token light.acent', { light: { acent: { $value: srgb(0, 0, 0) } } }],
    ['unknown-token light.toString', { light: { toString: { $value: 1 } } }],
    ['unknown-token light.__proto__', '{"light":{"__proto__":{"$value":1}}}'],
    ['unknown-token light.$root', { light: { $root: { $value: 1 } } }],
    ['wrong-place dark.radius', { dark: { radius: { $value: px(1) } } }],
    ['wrong-type both.accent', { both: { accent: { $type: 'dimension', $value: px(1) } } }],
    ['wrong-type both.accent', { a: { $type: 'dimension', b: { $value: px(1) } }, ...color('{a.b}') }],
    ['bad-token both.accent', { both: { accent: { deeper: { $value: 1 } } } }],
    ['bad-token a', { a: { $value: 1, $ref: '#/b' } }],
    ['unknown-member a.value', { a: { $value: 1, value: 2 } }],
    ['bad-name a\\u202eb', { 'a\u202eb': {} }],
    ['bad-name a\\u0000', { 'a\0': {} }],
    ['bad-name \\ud800', { '\ud800': {} }],
    ['bad-name a.b', { 'a.b': {} }],
    ['no-such-token both.accent', color('{palette.blue}')],
    ['no-such-token both.accent', color({ $ref: '#/toString' })],
    ['no-such-group dark.$extends', { dark: { $extends: '{nowhere}' } }],
    ['bad-value both.accent', color('#2747d6')],
    ['bad-color both.accent.colorSpace', color({ colorSpace: 'cmyk', components: [0, 0, 0] })],
    ['bad-color both.accent.components', color({ colorSpace: 'srgb', components: [0, 0] })],
    ['bad-color both.accent.components[2]', color(srgb(0, 0, 1.1))],
    ['bad-color both.accent.components[0]', color({ colorSpace: 'hsl', components: [360, 0, 0] })],
    ['bad-color both.accent.components[0]', color({ colorSpace: 'lch', components: ['None', 0, 0] })],
    ['bad-color both.accent.alpha', color({ ...srgb(0, 0, 0), alpha: 2 })],
    ['not-opaque both.accent', color({ ...srgb(0, 0, 0), alpha: 0.5 })],
    ['unknown-member both.accent.space', color({ ...srgb(0, 0, 0), space: 1 })],
    ['bad-value both.radius', both('radius', '8px')],
    ['bad-dimension both.radius.unit', both('radius', { value: 1, unit: 'em' })],
    ['out-of-range both.width', both('width', { value: 41, unit: 'rem' })],
    ['out-of-range both.radius', both('radius', { value: 4.1, unit: 'rem' })],
    ['out-of-range both.font-size', both('font-size', px(11))],
    ['bad-font both.font', both('font', [])],
    ['bad-font both.font[1]', both('font', ['Inter', 1])],
    ['bad-font both.font', both('font', 'a\nb')],
    ['bad-weight both.button-weight', both('button-weight', 'Bold')],
    ['bad-weight both.button-weight', both('button-weight', 1001)],
    ['missing-member both.shadow.blur', shadow({ blur: undefined })],
    ['out-of-range both.shadow.offsetX', shadow({ offsetX: px(65) })],
    ['bad-shadow both.shadow.inset', shadow({ inset: 1 })],
    ['bad-shadow both.shadow', both('shadow', [])],
    [`bad-version ${at}.version`, { $extensions: { 'session-guard': {} } }],
    [`unknown-member ${at}.text`, ours({ text: {} })],
    [`bad-text ${at}.name`, ours({ name: 'x'.repeat(81) })],
    [`bad-language ${at}.texts.d`, ours({ texts: { d: {} } })],
    [`said-twice ${at}.texts.DE`, ours({ texts: { de: {}, DE: {} } })],
    [`unknown-text ${at}.texts.de.renw`, ours({ texts: { de: { renw: 'x' } } })],
    [`unknown-text ${at}.texts.de.reasons.late`, ours({ texts: { de: { reasons: { late: 'x' } } } })],
    [`bad-places ${at}.texts.de.endsAt`, ours({ texts: { de: { endsAt: 'Bald' } } })],
    [`bad-places ${at}.texts.de.renew`, ours({ texts: { de: { renew: 'Bis {time}' } } })],
    [`bad-text ${at}.texts.de.renew`, ours({ texts: { de: { renew: 'x'.repeat(301) } } })],
    [`bad-text ${at}.texts.de.renew`, ours({ texts: { de: { renew: ' ' } } })],
    [`bad-text ${at}.texts.de.renew`, ours({ texts: { de: { renew: 'a\u2066b' } } })],
    [`bad-text ${at}.logo.alt`, logo({ alt: '' })],
    [`bad-image ${at}.logo.data`, logo({ data: 'https://bank.example/logo.png' })],
    [`bad-image ${at}.logo.data`, logo({ data: 'data:image/svg+xml;base64,PHN2Zy8+' })],
    [`bad-image ${at}.logo.data`, logo({ data: png.replace('png', 'jpeg') })],
    [`bad-image ${at}.logo.dark`, logo({ dark: `data:image/png;base64,${'A'.repeat(70_000)}` })],
    [`out-of-range ${at}.logo.height`, logo({ height: px(97) })],
  ])('%s', (problem, file) => expect(problemsOf(file)).toContain(problem));

  it('shows an old colour in the form of today', () =>
    expect(readTheme(color('#2747d680')).problems![0]).toMatchObject({
      found: '#2747d680',
      expected: '{"colorSpace":"srgb","components":[0.1529,0.2784,0.8392],"alpha":0.502}',
    }));

  it('names the nearest known token', () =>
    expect(readTheme({ light: { onAccent: { $value: srgb(0, 0, 0) } } }).problems![0]!.expected).toContain(
      '"on-accent"',
    ));

  it('names the tokens of a circle, once', () => {
    const { problems } = readTheme({
      a: { b: { $value: '{a.c}' }, c: { $value: '{a.d}' }, d: { $value: '{a.c}' } },
      ...color('{a.b}'),
    });
    expect(problems).toEqual([
      { code: 'alias-cycle', field: 'a.d', expected: 'no circle (a.c → a.d → a.c)' },
    ]);
  });

  it('finds circles through groups and through parts of values', () => {
    expect(problemsOf({ a: { $extends: '{b}' }, b: { $extends: '{a}' } })).toEqual([
      'alias-cycle a.$extends',
    ]);
    const circle = { ...srgb(0, 0, 0), alpha: { $ref: '#/both/accent/$value/alpha' } };
    expect(problemsOf(color(circle))).toContain('alias-cycle both.accent.alpha');
  });

  it('tells all that is wrong, to a bound', () => {
    const members = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`x${index}`, {}]));
    expect(readTheme({ light: members, both: { width: { $value: 1 } } }).problems).toHaveLength(50);
    expect(problemsOf({ light: { a: {} }, both: { width: { $value: 1 } } })).toHaveLength(2);
  });
});

describe('what is too much', () => {
  it.each<[string, unknown]>([
    ['too-long', JSON.stringify({ $description: 'x'.repeat(256 * 1024) })],
    ['too-long', JSON.stringify({ $description: '€'.repeat(90_000) })],
    ['too-deep', `${'{"a":'.repeat(30)}{}${'}'.repeat(30)}`],
    [
      'too-many-tokens',
      { a: Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [at, { $value: 1 }])) },
    ],
  ])('%s', (code, file) => expect(readTheme(file).problems).toMatchObject([{ code }]));

  it('never hangs on nesting, circles or groups that take over from each other', () => {
    for (const [open, close] of ['[]', '{"a":}'].map((each) => [each.slice(0, -1), each.slice(-1)]))
      expect(readTheme(open!.repeat(40_000) + '1' + close!.repeat(40_000)).problems).toHaveLength(1);
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(readTheme(circle).problems).toHaveLength(1);
    const groups = Array.from({ length: 2000 }, (_, at) => [
      `g${at}`,
      {
        $extends: `{g${(at * 7 + 1) % 2000}.a}`,
        a: { $extends: `{g${(at + 1) % 2000}}`, x: { $value: '{g1.a.a.a.y}' } },
      },
    ]);
    expect(readTheme(Object.fromEntries(groups)).problems).toBeDefined();
  });
});
