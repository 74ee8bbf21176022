import { pass } from '../../e2e/tab.ts';
import type { Bench, Row } from '../bench.ts';
import { bundle } from '../bundle.ts';
import { guardedFetch } from '../in-page/guarded-fetch.ts';
import { serve } from '../lab.ts';
import { openPlain, plainHtml, standalone } from '../plain-pages.ts';
import { median, number, spread } from '../stats.ts';

const settings = {
  'under an idle timeout, which each reply slides': 'idle-timeout="30m" expires-in="3600"',
  'without an idle timeout': 'expires-in="3600"',
};

export const guardFetchBench: Bench = {
  name: 'guard-fetch',
  about: 'what `guardFetch` adds to an ordinary reply',
  runs: 'alone',
  within: 60,
  async run(lab) {
    const site = await lab.site(3600);
    const chunks = await bundle({ 'guard-fetch': 'component/guard-fetch.ts' });
    for (const { file, code } of chunks) serve(site, `/bench/${file}`, code, 'text/javascript');
    site.answer('/api/data', { body: { rows: [1, 2, 3] } });

    const rows: Row[] = [];
    for (const [name, attributes] of Object.entries(settings)) {
      serve(
        site,
        '/guarded',
        plainHtml(standalone, `<session-guard ${attributes}></session-guard>`),
        'text/html',
      );
      const { page } = await openPlain(lab);
      await page.goto(`${site.origin}/guarded`);
      await pass(2000);
      const cost = await page.evaluate(guardedFetch, `${site.origin}/bench/guard-fetch.js`, 60, 500);
      const added = median(cost.guarded) - median(cost.bare);
      const untouched = !cost.bodyUsed && cost.reads === 0;
      rows.push({
        what: `guardFetch per ordinary reply, ${name}`,
        figure: '≤ 5 µs, body untouched',
        measured: `${number(added, 1)} µs: ${spread(cost.guarded, 'µs', 1)} with, ${number(median(cost.bare), 2)} without; body ${untouched ? 'untouched' : 'touched'}`,
        reached: added <= 5 && untouched,
        values: { ...cost },
      });
    }
    return { rows };
  },
};
