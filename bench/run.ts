import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench, Result, Row, Verdict } from './bench.ts';
import { benches } from './benches.ts';
import { runAll } from './schedule.ts';
import { table } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean' }, json: { type: 'boolean' } },
});

if (values.list) {
  for (const { name, about } of benches) console.log(`${name.padEnd(15)} ${about}`);
} else {
  const isOf = (bench: Bench, name: string) => bench.name === name || bench.name.startsWith(`${name}-`);
  const unknown = positionals.filter((name) => !benches.some((bench) => isOf(bench, name)));
  if (unknown.length) throw new Error(`No row is called ${unknown.join(', ')}: see --list.`);
  const chosen = benches.filter(
    (bench) => positionals.length === 0 || positionals.some((name) => isOf(bench, name)),
  );
  await measure(chosen);
}

async function measure(chosen: readonly Bench[]): Promise<void> {
  const library = await readFile(new URL('../dist/standalone.js', import.meta.url), 'utf8').catch(() => {
    throw new Error('dist/standalone.js is missing: run "npm run build" first.');
  });
  const from = Date.now();
  const load = [loadavg()[0]!];
  const results = await runAll(chosen, library, (line) => console.error(line));
  load.push(loadavg()[0]!);
  const found = chosen.map((bench) => results.get(bench)).filter((result) => result !== undefined);
  const rows = [...found.flatMap((result) => result.rows), ...correctness(found)];
  const notes = [
    ...found.flatMap((result) => result.notes ?? []),
    `${Math.round((Date.now() - from) / 1000)} s; load of the machine ${load.map((each) => each.toFixed(1)).join(' at the start, ')} at the end`,
  ];
  if (values.json) return console.log(JSON.stringify({ rows, verdicts: verdictsOf(found), notes }, null, 2));
  console.log(`\n${table(rows)}\n\n${notes.join('\n')}`);
}

function verdictsOf(results: readonly Result[]): Verdict[] {
  return results.flatMap(({ verdicts }) => verdicts ?? []);
}

function correctness(results: readonly Result[]): Row[] {
  const verdicts = verdictsOf(results);
  if (verdicts.length === 0) return [];
  const right = verdicts.filter(({ wrong }) => wrong === undefined);
  const n = verdicts.length;
  return [
    {
      what: `correctness cases: ${verdicts.map(({ name }) => name).join(', ')}`,
      figure: `${n} of ${n}`,
      measured: `${right.length} of ${n}`,
      reached: right.length === n,
    },
    ...verdicts
      .filter(({ wrong }) => wrong !== undefined)
      .map(({ name, wrong }) => ({ what: `  ${name}`, figure: '', measured: wrong! })),
  ];
}
