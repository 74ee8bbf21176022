import { describe, expect } from 'vitest';
import { callApi } from './element.ts';
import { see, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';

describe.concurrent('A session that the server ends early', () => {
  const reasons = { session_revoked: 'revoked', session_not_found: 'not-found', session_expired: 'expired' };

  for (const [code, reason] of Object.entries(reasons)) {
    story(`is over after one look, told as ${reason}`, async ({ site, context, tab }) => {
      site.sessions.life = 300;
      await signIn(context, site);
      await visit(tab, site.page(everything, { guardFetch: true }));
      await untilPhase(tab, 'active');
      site.sessions.end(code);
      const since = Date.now();
      const reply = await callApi(tab, '/api/data');
      expect(reply.status).toBe(401);
      expect(JSON.parse(reply.text)).toMatchObject({ error: code });
      const ended = await untilEvent(tab, 'ended', { within: 5000 });
      expect(ended.detail).toMatchObject({ reason, code });
      expect(site.askedOf('/api/session', since)).toHaveLength(1);
      await untilDialog(tab);
      const seen = await see(tab);
      expect(seen).toMatchObject({ phase: 'ended', modal: true });
      expect(seen.parts).toContain('sign-in');
    });
  }

  story('is over at once where no look is possible', async ({ site, context, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    await visit(
      tab,
      site.page(
        {
          'expires-in': ({ expiresIn }) => expiresIn,
          'expires-at': ({ expiresAt }) => expiresAt,
          'sign-in-url': '/signin',
        },
        { guardFetch: true },
      ),
    );
    await untilPhase(tab, 'active');
    site.sessions.end('session_revoked');
    await callApi(tab, '/api/data');
    expect((await untilEvent(tab, 'ended', { within: 2000 })).detail).toMatchObject({ reason: 'revoked' });
    await untilDialog(tab);
  });
});
