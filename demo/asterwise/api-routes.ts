import { Hono } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { readBody } from '../read-body.ts';
import type { Asterwise } from './asterwise.ts';
import { authenticate } from './authenticate.ts';
import { refuse } from './refusals.ts';
import { usage } from './usage.ts';

const longestNotes = 20_000;

/** The dashboard's ordinary requests. None of them moves the end of the session. */
export function apiRoutes(asterwise: Asterwise): Hono<SessionEnv> {
  const { now } = asterwise;
  const api = new Hono<SessionEnv>();

  for (const path of ['/usage', '/keys', '/notes', '/members/*']) {
    api.use(path, async (c, next) => {
      const { refusal } = authenticate(c, asterwise, 'dashboard');
      if (refusal) return refusal;
      await next();
    });
  }

  api.get('/usage', (c) => c.json({ success: true, usage: usage(now()) }));
  api.get('/keys', (c) => c.json({ success: true, keys: asterwise.keys }));
  api.put('/notes', async (c) => {
    const { notes } = await readBody(c);
    if (typeof notes !== 'string' || notes.length > longestNotes) {
      return refuse('invalid_request', now(), `notes must be a text of at most ${longestNotes} characters.`);
    }
    asterwise.notes = notes;
    return c.json({ success: true, notes });
  });
  // The demo's only account is a developer.
  api.delete('/members/:id', () => refuse('insufficient_scope', now()));

  return api;
}
