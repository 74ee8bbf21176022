import { describe, expect } from 'vitest';
import { callApi } from '../element.ts';
import { entriesOf } from '../log.ts';
import { see, untilEvent, untilPhase } from '../prompt.ts';
import { openSite, type Site } from '../site.ts';
import { story, visit } from '../story.ts';
import { pass } from '../tab.ts';

/** An address of another origin, whose replies the page may read, and which says that the session is over. */
async function withApi(site: Site, run: (api: Site) => Promise<void>): Promise<void> {
  const api = await openSite(600);
  const headers = { 'Access-Control-Allow-Origin': site.origin };
  api.answer('/api/data', { status: 401, headers, body: { error: 'session_expired' } });
  try {
    await run(api);
  } finally {
    await api.close();
  }
}
const page = { 'expires-in': '600', 'sign-in-url': '/signin' };

describe.concurrent('A reply of another origin', () => {
  story('ends nothing', ({ site, tab }) =>
    withApi(site, async (api) => {
      await visit(tab, site.page(page, { guardFetch: true }));
      await untilPhase(tab, 'active');
      expect((await callApi(tab, `${api.origin}/api/data`)).status).toBe(401);
      await pass(1000);
      expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false });
    }),
  );

  story('is believed where the page says so, and from then on only', ({ site, tab }) =>
    withApi(site, async (api) => {
      await visit(tab, site.page(page, { guardFetch: true }));
      await untilPhase(tab, 'active');
      await tab.page.evaluate((origin) => {
        document
          .querySelector('session-guard')!
          .setAttribute('observe-origins', `https://x.example ${origin}`);
      }, api.origin);
      await callApi(tab, `${api.origin}/api/data`);
      expect((await untilEvent(tab, 'ended')).detail).toMatchObject({ code: 'session_expired' });
    }),
  );
});

describe.concurrent('What is no origin', () => {
  story('is named, and the others hold', ({ site, tab }) =>
    withApi(site, async (api) => {
      const given = `https://api.example/v1 api.example ${api.origin} *`;
      await visit(tab, site.page({ ...page, 'observe-origins': given }, { guardFetch: true }));
      await untilPhase(tab, 'active');
      const problems = entriesOf(tab.log, 'session-guard-problem').map(({ detail }) => detail);
      expect(problems).toEqual(
        ['https://api.example/v1', 'api.example', '*'].map((found) =>
          expect.objectContaining({ code: 'bad-origin', field: 'observe-origins', found }),
        ),
      );
      await callApi(tab, `${api.origin}/api/data`);
      await untilEvent(tab, 'ended');
    }),
  );
});
