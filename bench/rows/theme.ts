import { prompt } from '../../shared/locales/en.json';
import { readTheme } from '../../shared/theme/read-theme.ts';
import { cssOf } from '../../shared/theme/theme-css.ts';
import type { Bench, Row } from '../bench.ts';
import { median, number, spread } from '../stats.ts';

const samples = 41;
const sizes = [64 * 1024, 128 * 1024] as const;

export const themeBench: Bench = {
  name: 'theme',
  about: 'reading a theme file of 64 and of 128 kB, and writing its style',
  runs: 'alone',
  within: 60,
  async run() {
    return { rows: Object.entries(kinds).map(([what, fill]) => row(what, fill)) };
  },
};

const accent = (name: string) => ({ light: { accent: { $type: 'color', $value: `{palette.${name}}` } } });

/** What costs most of each kind: files that grow by `count` of it. */
const kinds: Record<string, (count: number) => object> = {
  'many tokens': (count) => ({ palette: tokens(count, color), ...accent('n0') }),
  'one chain of aliases': (count) => ({
    palette: { ...tokens(count, (at) => ({ $value: `{palette.n${at + 1}}` })), [`n${count}`]: color(0) },
    ...accent('n0'),
  }),
  'groups that take over from groups': (count) => ({
    palette: { n0: color(0) },
    ...Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `g${at}`,
        { $extends: '{palette}', n: { $value: `{g${at}.n0}` } },
      ]),
    ),
    ...accent('n0'),
  }),
  'long texts': (count) => ({
    $extensions: { 'session-guard': { version: 1, texts: texts(count) } },
  }),
};

const color = (at: number) => ({
  $type: 'color',
  $value: { colorSpace: 'srgb', components: [0, 0, (at % 100) / 100] },
});

const tokens = (count: number, token: (at: number) => object) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, token(at)]));

const names = Object.entries(prompt).flatMap(([name, text]) =>
  typeof text === 'string' && !text.includes('{') && text.trim() ? name : [],
);

function texts(count: number): object {
  const languages: Record<string, Record<string, string>> = {};
  for (let at = 0; at < count; at++) {
    const tag = `de-x-l${Math.floor(at / names.length)}`;
    (languages[tag] ??= {})[names[at % names.length]!] = 'ä'.repeat(290);
  }
  return languages;
}

/** As long as it may be, and no longer. */
function fileOf(fill: (count: number) => object, size: number): string {
  let [less, more] = [1, 6000];
  while (more - less > 1) {
    const middle = (less + more) >> 1;
    if (Buffer.byteLength(JSON.stringify(fill(middle))) <= size) less = middle;
    else more = middle;
  }
  return JSON.stringify(fill(less));
}

/** Both sizes in turn, so that whatever else the machine does slows down both. */
function row(what: string, fill: (count: number) => object): Row {
  const files = sizes.map((size) => fileOf(fill, size));
  const taken = sizes.map((): number[] => []);
  for (let sample = -5; sample < samples; sample++) {
    files.forEach((file, index) => {
      const from = performance.now();
      const { theme, problems } = readTheme(file);
      if (!theme) throw new Error(`${what}: ${JSON.stringify(problems[0])}`);
      cssOf(theme);
      // The first few are of code not yet compiled.
      if (sample >= 0) taken[index]!.push(performance.now() - from);
    });
  }
  const ratio = median(taken[1]!) / median(taken[0]!);
  const [half, whole] = taken.map((each) => spread(each, 'ms', 1));
  return {
    what: `theme file of 128 kB ÷ of 64 kB: ${what}`,
    figure: '≤ 2.5 ×',
    measured: `${number(ratio, 2)} × (${half}; ${whole})`,
    reached: ratio <= 2.5,
    values: { taken },
  };
}
