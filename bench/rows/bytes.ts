import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Bench, Row } from '../bench.ts';
import { bundle, withImports, type Chunk } from '../bundle.ts';
import { bytes } from '../stats.ts';

export const bytesBench: Bench = {
  name: 'bytes',
  about: 'JS that pages load, minified and brotli 11',
  runs: 'alone',
  within: 60,
  async run() {
    const chunks = await bundle({ define: 'component/define.ts' });
    const early = withImports(chunks, ['define.js']);
    const looking = chunks.filter(({ modules }) =>
      modules.some(({ file }) => file === 'shared/read-session.ts'),
    );
    const withLooks = withImports(chunks, ['define.js', ...looking.map(({ file }) => file)]);
    const split = withLooks.length > early.length;
    const isLanguage = ({ modules }: Chunk) =>
      modules.every(({ file }) => /^shared\/locales\/(?!en\.)/.test(file));
    const languages = chunks.filter(isLanguage).sort((a, b) => compressed(a.code) - compressed(b.code));
    const late = chunks.filter((chunk) => !withLooks.includes(chunk) && !isLanguage(chunk));

    const rows: Row[] = [firstBytes('JS before a warning is near', withLooks)];
    if (split) rows.push(firstBytes('  on a page without session-url', early));
    rows.push({
      what: '  loaded later',
      figure: '',
      measured: late.map((chunk) => `${nameOf(chunk)} ${sizeOf(chunk)}`).join(' + '),
    });
    rows.push({
      what: `  and one of ${languages.length} languages, where it is not English`,
      figure: '',
      measured: `${sizeOf(languages[0]!)} … ${sizeOf(languages.at(-1)!)}`,
    });

    const standalone = compressed(await readFile(new URL('../../dist/standalone.js', import.meta.url)));
    rows.push({
      what: 'one-file build, everything, English',
      figure: '≤ 16 kB',
      measured: bytes(standalone),
      reached: standalone <= 16_000,
    });

    const alone: string[] = [];
    for (const name of ['reactive-element', 'lit-element', 'lit-html']) {
      const [chunk] = await bundle({ [name]: `bench/lit/${name}.ts` });
      alone.push(`${name} ${sizeOf(chunk!)}`);
    }
    rows.push({ what: '  of Lit alone', figure: '', measured: alone.join(', ') });
    return { rows, notes: [heaviest('early', withLooks), heaviest('late', late)] };
  },
};

function firstBytes(what: string, chunks: Chunk[]): Row {
  const sum = total(chunks);
  const parts = chunks.map(sizeOf).join(' + ');
  return {
    what,
    figure: '≤ 9 kB',
    measured: bytes(sum) + (chunks.length > 1 ? ` (${parts})` : ''),
    reached: sum <= 9000,
    values: { sum, minified: chunks.reduce((length, { code }) => length + code.length, 0) },
  };
}

const total = (chunks: Chunk[]): number => chunks.reduce((sum, { code }) => sum + compressed(code), 0);
const sizeOf = ({ code }: Chunk): string => bytes(compressed(code));
const nameOf = ({ file }: Chunk): string => basename(file).replace(/-[^-]*\.js$/, '');

function compressed(code: string | Uint8Array): number {
  return brotliCompressSync(code, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  }).length;
}

/** Which source files weigh most, before minifying: where to look when a figure is missed. */
function heaviest(which: string, chunks: Chunk[]): string {
  const modules = chunks.flatMap(({ modules }) => modules).sort((a, b) => b.length - a.length);
  const list = modules.slice(0, 12).map(({ file, length }) => `${file} ${length}`);
  return `bytes, ${which}, by source file before minifying: ${list.join(', ')}`;
}
