import { Hono } from 'hono';
import { whose, type SessionEnv } from '../answer-late.ts';
import { personOf } from '../people.ts';
import { readBody } from '../read-body.ts';
import { byAccessToken, byRefreshToken } from './authenticate.ts';
import { readEntry, withoutPassword } from './entry.ts';
import { face } from './face.ts';
import { stated } from './hand-out.ts';
import { jobs } from './jobs.ts';
import { refuse } from './refusals.ts';
import { searches } from './searches.ts';
import type { TrustLeads } from './trust-leads.ts';

/** The product's own requests. They want an access token; only its refresh slides the session. */
export function apiRoutes(leads: TrustLeads): Hono<SessionEnv> {
  const api = new Hono<SessionEnv>();

  // Ours: how the session stands. The refresh cookie answers, also when the access token has run out.
  api.get('/session', (c) => {
    const caller = byRefreshToken(c, leads, leads.sessions.look);
    if (caller.refusal) return caller.refusal;
    caller.session.looks += 1;
    return c.json(stated(caller.session, caller.expiresAt));
  });

  api.use(async (c, next) => {
    const caller = await byAccessToken(c, leads);
    if (caller.refusal) return caller.refusal;
    caller.session.requests += 1;
    c.set('user', caller.session.user);
    await next();
  });

  api.get('/leads', (c) => c.json({ leads: leads.notebook.leads(whose(c), leads.now()) }));
  api.get('/jobs', (c) => c.json({ jobs: jobs(leads.now()) }));
  api.get('/searches', (c) => c.json({ searches }));

  api.put('/leads/:id', async (c) => {
    const entry = readEntry(await c.req.json().catch(() => undefined));
    if (typeof entry === 'string') return refuse(c, leads, 'INVALID_INPUT', entry);
    const id = c.req.param('id');
    const kept = withoutPassword(entry);
    if (!leads.notebook.write(whose(c), id, kept)) return refuse(c, leads, 'LEAD_NOT_FOUND');
    return c.json({ id, ...kept });
  });

  // Two that refuse, for other reasons than the session.
  api.get('/billing', (c) => refuse(c, leads, 'PERMISSION_DENIED'));
  api.put('/account/password', async (c) => {
    const { current } = await readBody(c);
    if (current !== personOf(face.people, whose(c))?.password) return refuse(c, leads, 'WRONG_PASSWORD');
    return refuse(c, leads, 'INVALID_INPUT', 'The demo account keeps its password.');
  });

  return api;
}
