import type { CDPSession, Page } from 'puppeteer-core';
import type { Lab } from './lab.ts';

export interface PlainTab {
  page: Page;
  cdp: CDPSession;
}

/** A tab in which nothing of the harness runs: what is measured is the page's own. */
export async function openPlain(lab: Lab, ...scripts: (() => void)[]): Promise<PlainTab> {
  const page = await (await lab.context()).newPage();
  const cdp = await page.createCDPSession();
  // tsx wraps functions in a helper that pages do not have.
  await page.evaluateOnNewDocument('globalThis.__name ??= (run) => run');
  for (const script of scripts) await page.evaluateOnNewDocument(script);
  return { page, cdp };
}

export function plainHtml(head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A page</title>
    <link rel="icon" href="data:,">
    ${head}
  </head>
  <body>
    <h1>A page</h1>
    <p><label>Name <input id="name"></label></p>
    <div style="height: 3000px">Work</div>
    ${body}
  </body>
</html>`;
}

export const standalone = '<script type="module" src="/dist/standalone.js"></script>';

/** Counters of the page's main thread, in ms of its own CPU time, and the heap in bytes. */
export async function metrics({ cdp }: PlainTab): Promise<Record<string, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(
    metrics.map(({ name, value }) => [name, name.endsWith('Duration') ? value * 1000 : value]),
  );
}

export const countCpu = ({ cdp }: PlainTab): Promise<void> =>
  cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
