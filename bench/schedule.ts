import type { Browser } from 'puppeteer-core';
import { launchChromium } from '../e2e/browser.ts';
import type { Bench, Result } from './bench.ts';
import { createGate } from './gate.ts';
import { createLab } from './lab.ts';

/**
 * One browser for all that runs alone and then for all that mostly waits; beside it another, in turn, for what
 * needs its own. Never more than two. Results come in the order of the benches.
 */
export async function runAll(
  benches: readonly Bench[],
  library: string,
  say: (line: string) => void,
): Promise<Map<Bench, Result>> {
  const results = new Map<Bench, Result>();
  const of = (runs: Bench['runs']) => benches.filter((bench) => bench.runs === runs);

  const gate = createGate(2);
  async function run(bench: Bench, browser: Browser): Promise<void> {
    const from = Date.now();
    const lab = createLab(browser, library, gate);
    results.set(bench, await inTime(bench, bench.run(lab)));
    await lab.close();
    say(`${bench.name}: done in ${Math.round((Date.now() - from) / 1000)} s`);
  }

  async function main(): Promise<void> {
    if (of('alone').length + of('together').length === 0) return;
    await withBrowser(async (browser) => {
      for (const bench of of('alone')) await run(bench, browser);
      await Promise.all(of('together').map((bench) => run(bench, browser)));
    });
  }

  async function beside(): Promise<void> {
    for (const bench of of('apart')) await withBrowser((browser) => run(bench, browser));
  }

  await Promise.all([main(), beside()]);
  return results;
}

async function withBrowser(use: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await launchChromium();
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

/** A bench that fails costs its own rows only. */
async function inTime(bench: Bench, running: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no result in ${bench.within} s`)), bench.within * 1000);
  });
  try {
    return await Promise.race([running, late]);
  } catch (error) {
    const why = String((error as Error).message ?? error).split('\n')[0]!;
    return { rows: [{ what: bench.about, figure: '', measured: `not measured: ${why}` }] };
  } finally {
    clearTimeout(timer);
  }
}
