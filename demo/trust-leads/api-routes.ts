import { Hono } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { readBody } from '../read-body.ts';
import { rfc3339 } from '../rfc3339.ts';
import { byAccessToken, byRefreshToken } from './authenticate.ts';
import { face } from './face.ts';
import { jobs } from './jobs.ts';
import { readEntry } from './notebook.ts';
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
    return c.json({ session: { expires_at: rfc3339(caller.expiresAt) } });
  });

  api.use(async (c, next) => {
    const caller = await byAccessToken(c, leads);
    if (caller.refusal) return caller.refusal;
    caller.session.requests += 1;
    await next();
  });

  api.get('/leads', (c) => c.json({ leads: leads.notebook.leads(leads.now()) }));
  api.get('/jobs', (c) => c.json({ jobs: jobs(leads.now()) }));
  api.get('/searches', (c) => c.json({ searches }));

  api.put('/leads/:id', async (c) => {
    const entry = readEntry(await readBody(c));
    if (typeof entry === 'string') return refuse(c, leads, 'INVALID_INPUT', entry);
    const id = c.req.param('id');
    if (!leads.notebook.write(id, entry)) return refuse(c, leads, 'LEAD_NOT_FOUND');
    return c.json({ id, ...entry });
  });

  // Two that refuse, for other reasons than the session.
  api.get('/billing', (c) => refuse(c, leads, 'PERMISSION_DENIED'));
  api.put('/account/password', async (c) => {
    const { current } = await readBody(c);
    if (current !== face.account.password) return refuse(c, leads, 'WRONG_PASSWORD');
    return refuse(c, leads, 'INVALID_INPUT', 'The demo account keeps its password.');
  });

  return api;
}
