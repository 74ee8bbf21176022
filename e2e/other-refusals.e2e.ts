import { describe, expect } from 'vitest';
import { callApi } from './element.ts';
import { entriesOf } from './log.ts';
import { see, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import type { Reply } from './site.ts';
import { signIn, story, visit } from './story.ts';
import { pass } from './tab.ts';

const stepUp = { 'WWW-Authenticate': 'Bearer error="insufficient_user_authentication", acr_values="strong"' };

describe.concurrent('A refusal that is not about the session opens no prompt', () => {
  const refusals: [string, Reply][] = [
    ['an API key', { status: 401, body: { error: 'invalid_api_key', message: 'No such key.' } }],
    ['a step-up', { status: 401, headers: stepUp, body: '' }],
    ['a bare 401', { status: 401 }],
    ['a permission', { status: 403, body: { error: 'forbidden' } }],
    ['a limit', { status: 429, body: { error: 'too_many_requests' } }],
    ['a broken server', { status: 503, headers: { 'Content-Type': 'text/html' }, body: '<h1>Sorry</h1>' }],
  ];

  for (const [what, reply] of refusals) {
    story(what, async ({ site, context, tab }) => {
      site.sessions.life = 300;
      await signIn(context, site);
      site.answer('/api/data', reply);
      await visit(tab, site.page(everything, { guardFetch: true }));
      await untilPhase(tab, 'active');
      const since = Date.now();
      expect((await callApi(tab, '/api/data')).status).toBe(reply.status);
      await pass(3000);
      expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false, banner: false });
      expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
      expect(site.askedOf('/api/session', since).length).toBeLessThanOrEqual(1);
    });
  }
});
