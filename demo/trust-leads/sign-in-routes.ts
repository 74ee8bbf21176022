import { Hono } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { readDuration } from '../duration.ts';
import { whoTyped } from '../people.ts';
import { readBody } from '../read-body.ts';
import { dropStep, keepStep, readStep } from './cookies.ts';
import { face } from './face.ts';
import { handOut } from './hand-out.ts';
import { refuse } from './refusals.ts';
import { codeLifetime, tries } from './second-steps.ts';
import { defaultLifetime, type TrustLeads } from './trust-leads.ts';

/** Who shows a second factor beside the password. */
export const withSecondStep = face.people[1].id;

/** Before the check of CSRF tokens: who signs in has none yet. */
export function signInRoutes(leads: TrustLeads): Hono<SessionEnv> {
  const routes = new Hono<SessionEnv>();

  routes.on('POST', ['/sign-in', '/second-step'], async (c, next) => {
    // A form on a stranger's page cannot send this type, and so signs nobody in as somebody else.
    if (!/^application\/json\b/.test(c.req.header('Content-Type') ?? '')) {
      return refuse(c, leads, 'JSON_REQUIRED');
    }
    await next();
  });

  routes.post('/sign-in', async (c) => {
    const lifetime = readDuration(c.req.query('ttl') ?? `${defaultLifetime / 1000}s`);
    if (lifetime === undefined) {
      return refuse(c, leads, 'INVALID_INPUT', 'ttl must be a duration such as 60s, 60m or 1h, 10s to 24h.');
    }
    const person = whoTyped(face.people, await readBody(c));
    if (!person) return refuse(c, leads, 'INVALID_CREDENTIALS');
    if (person.id !== withSecondStep) {
      return handOut(c, leads, leads.sessions.open({ user: person.id, lifetime }));
    }
    keepStep(c, leads.secondSteps.ask(person, lifetime), codeLifetime);
    return c.json({ second_step: { expires_in: codeLifetime / 1000, tries } });
  });

  routes.post('/second-step', async (c) => {
    const { code } = await readBody(c);
    const answered = leads.secondSteps.answer(readStep(c), code);
    if (answered.state === 'wrong') {
      const { triesLeft } = answered;
      const left = triesLeft === 1 ? 'one more try' : `${triesLeft} more tries`;
      return refuse(c, leads, 'CODE_WRONG', `That is not the code. You have ${left}.`);
    }
    dropStep(c);
    if (answered.state === 'expired') return refuse(c, leads, 'CODE_TOO_OLD');
    if (answered.state === 'over') return refuse(c, leads, 'SIGN_IN_AGAIN');
    const { person, lifetime } = answered.step;
    return handOut(c, leads, leads.sessions.open({ user: person.id, lifetime }));
  });

  return routes;
}
