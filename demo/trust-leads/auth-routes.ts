import { Hono } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { byRefreshToken } from './authenticate.ts';
import { drop, readCookies } from './cookies.ts';
import { handOut } from './hand-out.ts';
import type { TrustLeads } from './trust-leads.ts';

export function authRoutes(leads: TrustLeads): Hono<SessionEnv> {
  const auth = new Hono<SessionEnv>();

  // Both the page's silent refresh and the element's renewal: to a real server they are one and the same. Ours
  // counts them apart, for the panel.
  auth.post('/refresh', (c) => {
    const by = c.req.query('by') === 'page' ? 'silent refresh' : 'renewal';
    const caller = byRefreshToken(c, leads, (token) => leads.sessions.refresh(token, by));
    return caller.refusal ?? handOut(c, leads, caller.session);
  });

  auth.post('/sign-out', (c) => {
    const { refresh } = readCookies(c);
    const standing = refresh === undefined ? undefined : leads.sessions.look(refresh);
    if (standing && 'session' in standing) leads.sessions.forget(standing.session.id);
    drop(c);
    return c.body(null, 204);
  });

  return auth;
}
