import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { see, untilEvent } from './prompt.ts';
import { everything } from './site-pages.ts';
import type { Reply } from './site.ts';
import { signIn, story, visit } from './story.ts';
import { pass } from './tab.ts';

interface Problem {
  code: string;
  field?: string;
  found?: string;
  expected?: string;
}

const refused = {
  'expires-at': '2026-05-25 12:34',
  'expires-in': 'soon',
  'absolute-expires-at': '05/25/2026',
  'idle-timeout': '14 parsecs',
  'warn-before': '10s',
  'session-url': 'http://user:word@127.0.0.1/session',
  'renew-url': 'javascript:alert(1)',
  'renew-method': 'BREW COFFEE',
  'renew-by': 'magic',
  'csrf-from': 'body:token',
  'sign-in-url': 'ftp://127.0.0.1/signin',
  'sign-in-target': 'elsewhere',
  'keep-fresh': 'always',
  'ended-statuses': 'teapot',
};

describe.concurrent('A setting that is refused', () => {
  story('is named on the event and once in the console, and nothing else happens', async ({ site, tab }) => {
    await visit(tab, site.page(refused));
    await untilEvent(tab, 'problem', { within: 3000 });
    await pass(3000);
    const problems = entriesOf(tab.log, 'session-guard-problem').map(({ detail }) => detail as Problem);
    expect(new Set(problems.map(({ field }) => field))).toEqual(new Set(Object.keys(refused)));
    for (const one of problems) {
      expect(one.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(one.found?.length ?? 0).toBeLessThanOrEqual(80);
      expect(one.expected, `what ${one.field ?? ''} should be`).toBeTruthy();
    }
    for (const name of Object.keys(refused)) {
      const named = new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
      expect(
        tab.console.some((line) => named.test(line)),
        `${name} in the console`,
      ).toBe(true);
    }
    expect(tab.console).toHaveLength(problems.length);
    expect(tab.console.join()).not.toContain('user:word');
    expect(await see(tab)).toMatchObject({ dialog: false, banner: false });
    expect(site.askedOf('/api/session/renew')).toEqual([]);
  });

  story('does not come between a good one and its work', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page({ ...everything, 'warn-before': '10s', 'sign-in-target': 'elsewhere' }));
    await untilEvent(tab, 'warning', { within: 3000 });
    await untilEvent(tab, 'expired');
    await untilEvent(tab, 'ended');
  });

  story('can be mended while the page is open', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page({ ...everything, 'session-url': 'ftp://127.0.0.1/' }));
    await untilEvent(tab, 'problem', { within: 3000 });
    await tab.page.evaluate(() => {
      document.querySelector('session-guard')?.setAttribute('session-url', '/api/session');
    });
    await untilEvent(tab, 'warning', { within: 3000 });
  });
});

describe.concurrent('A reply that is not understood', () => {
  const replies: [string, Reply][] = [
    ['has no expiry in it', { body: { user: 'ada' } }],
    ['is a page', { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><h1>Hello</h1>' }],
    ['has a time without a zone', { body: { expires_at: '2026-05-25T12:34:56' } }],
  ];
  for (const [what, reply] of replies) {
    story(`${what}: a problem, not a sign-out`, async ({ site, context, tab }) => {
      await signIn(context, site);
      site.answer('/api/session', reply);
      await visit(tab, site.page(everything));
      await untilEvent(tab, 'problem', { within: 3000 });
      await pass(2500);
      expect(await see(tab)).toMatchObject({ phase: 'unknown', dialog: false, banner: false });
      expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
    });
  }
});
