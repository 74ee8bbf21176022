import { describe, expect } from 'vitest';
import { entriesOf, mark } from './log.ts';
import { see, untilEvent, untilPhase } from './prompt.ts';
import { everything, type Attributes } from './site-pages.ts';
import type { Site } from './site.ts';
import { signIn, story, visit } from './story.ts';
import { pass, type Tab } from './tab.ts';
import { expectAt } from './times.ts';

const both: Attributes = {
  'expires-at': ({ expiresAt }) => expiresAt,
  'expires-in': ({ expiresIn }) => expiresIn,
  'sign-in-url': '/signin',
};

/** Goes to the page, elsewhere, and to the page again; the second time the server is not asked for it. */
async function visitTwice(
  tab: Tab,
  site: Site,
  attributes: Attributes,
  between: () => void,
): Promise<number> {
  const url = site.page(attributes, { cacheControl: 'max-age=600' });
  await visit(tab, url);
  await untilPhase(tab, 'active');
  await tab.page.goto(`${site.origin}/other`);
  await pass(1500);
  between();
  const since = mark(tab.log);
  await visit(tab, url);
  expect(site.askedOf(new URL(url).pathname)).toHaveLength(1);
  return since;
}

describe.concurrent('What stands in a page from the HTTP cache is not believed', () => {
  story(
    'with nothing else to ask, nothing is known, and the developer is told',
    async ({ site, context, tab }) => {
      site.sessions.life = 60;
      await signIn(context, site);
      const since = await visitTwice(tab, site, both, () => undefined);
      const problem = await untilEvent(tab, 'problem', { after: since, within: 3000 });
      expect(problem.detail).toMatchObject({ code: 'stale-page' });
      await pass(2000);
      expect(await see(tab)).toMatchObject({ phase: 'unknown', endsAt: null, dialog: false, banner: false });
    },
  );

  story('a look tells', async ({ site, context, tab }) => {
    site.sessions.life = 60;
    await signIn(context, site);
    let asked = 0;
    const since = await visitTwice(tab, site, { ...everything, ...both }, () => {
      asked = Date.now();
      site.sessions.life = 16;
      site.sessions.extendLatest();
    });
    await untilEvent(tab, 'warning', { after: since, within: 3000 });
    expect(site.askedOf('/api/session', asked).length).toBeGreaterThan(0);
    expectAt(await untilEvent(tab, 'expired', { after: since }), site.endsAt());
  });

  story('a session that ended since is no session of this page', async ({ site, context, tab }) => {
    site.sessions.life = 60;
    await signIn(context, site);
    const since = await visitTwice(tab, site, { ...everything, ...both }, () =>
      site.sessions.end('session_revoked'),
    );
    await untilPhase(tab, 'none', { after: since, within: 3000 });
    await pass(2500);
    expect(await see(tab)).toMatchObject({ phase: 'none', dialog: false, banner: false });
    expect(entriesOf(tab.log, 'session-guard-ended', since)).toEqual([]);
  });
});
