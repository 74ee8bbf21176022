import { Hono, type Context } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { readDuration } from '../duration.ts';
import { readBody } from '../read-body.ts';
import { flowLifetime, type Asterwise } from './asterwise.ts';
import { authenticate, sessionBody } from './authenticate.ts';
import type { Flow } from './flows.ts';
import { createKey } from './keys.ts';
import { refuse } from './refusals.ts';
import type { Session } from './sessions.ts';

/** Verifying an e-mail address and exchanging it for a key, under a short session that nothing moves. */
export function flowRoutes(asterwise: Asterwise): Hono<SessionEnv> {
  const { now, sessions, flows } = asterwise;
  const routes = new Hono<SessionEnv>();

  routes.post('/', async (c) => {
    const lifetime = readDuration(c.req.query('ttl') ?? `${flowLifetime / 1000}s`);
    const { email } = await readBody(c);
    if (lifetime === undefined || typeof email !== 'string' || !/^\S+@\S+$/.test(email)) {
      return refuse('invalid_request', now(), 'An email address is required.');
    }
    const { token, session } = sessions.open({ kind: 'flow', user: email, lifetime });
    const flow = flows.begin(session.id, email);
    return c.json({ ...flowBody(flow, session, now()), flow_token: token });
  });

  routes.get('/', (c) => {
    const caller = flowOf(c, asterwise);
    return caller.refusal ?? c.json(flowBody(caller.flow, caller.session, now()));
  });

  routes.post('/code', async (c) => {
    const caller = flowOf(c, asterwise);
    if (caller.refusal) return caller.refusal;
    const { flow, session } = caller;
    const { code } = await readBody(c);
    if (code !== flow.code) return refuse('exchange_code_invalid', now());
    flow.verified = true;
    return c.json(flowBody(flow, session, now()));
  });

  routes.post('/key', async (c) => {
    const caller = flowOf(c, asterwise);
    if (caller.refusal) return caller.refusal;
    const { flow, session } = caller;
    const { name } = await readBody(c);
    if (!flow.verified) return refuse('exchange_code_invalid', now());
    if (typeof name !== 'string' || name.trim() === '' || name.length > 60) {
      return refuse('invalid_request', now(), 'The key needs a name of 1 to 60 characters.');
    }
    const { key, secret } = createKey(name.trim(), now());
    asterwise.keys.unshift(key);
    flows.finish(session.id);
    sessions.forget(session.id);
    return c.json({ success: true, key, secret });
  });

  return routes;
}

type FlowCaller = { refusal: Response } | { refusal?: undefined; session: Session; flow: Flow };

function flowOf(c: Context<SessionEnv>, asterwise: Asterwise): FlowCaller {
  const caller = authenticate(c, asterwise, 'flow');
  if (caller.refusal) return caller;
  const flow = asterwise.flows.of(caller.session.id);
  if (!flow) return { refusal: refuse('session_not_found', asterwise.now()) };
  return { session: caller.session, flow };
}

function flowBody({ email, code, verified }: Flow, session: Session, now: number) {
  return {
    success: true,
    // Whose session it is, for the element: two flows in two tabs are two.
    flow_id: session.id.slice(0, 12),
    email,
    verified,
    session: sessionBody(session, now),
    // Ours: this demo sends no e-mail.
    demo_mailbox: code,
  };
}
