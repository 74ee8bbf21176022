import type { Context } from 'hono';
import { alive, known, nothing, over, type Given, type Step, type Trait, type Traits } from './trait.ts';
import { asRfc3339 } from './values.ts';

interface Looked {
  shows: string;
  /** Of an address that is asked while the session is alive, and after it. */
  answer(c: Context, given: Given): Response | Promise<Response>;
  /** JSON Pointer; absent: the known shapes. */
  path?: string;
  expects?: Trait['expects'];
  then?: readonly Step[];
}

const look = ({ shows, answer, path, expects = known, then }: Looked): Trait => ({
  shows,
  routes(app, given) {
    app.get(`${given.at}/api/session`, (c) => answer(c, given));
  },
  rules: (at) => ({
    look: { url: `${at}/api/session`, ...(path !== undefined && { path }) },
    expiry: [{ from: 'look' }],
  }),
  expects,
  then,
});

const stated = ({ session }: Given) => ({ expires_at: asRfc3339(session.expiresAt), user: { id: 'p-1' } });
const refusal = { error: 'session_expired', message: 'Please sign in again.' };

/** Answers to a safe GET that tells how the session stands. */
export const looks: Traits = {
  'look-401': look({
    shows: 'a look that states the end, and is refused after it',
    answer: (c, given) => (given.session.alive ? c.json(stated(given)) : c.json(refusal, 401)),
    then: [{ does: ['end', 'check'], expects: over('expired') }],
  }),
  'look-nobody': look({
    shows: 'a look that is answered 200, with nobody in it after the end',
    answer: (c, given) => c.json(given.session.alive ? stated(given) : { user: null }),
    then: [{ does: ['end', 'check'], expects: over() }],
  }),
  'look-no-end': look({
    shows: 'a look that says alive, and states no end',
    answer: (c, { session }) => (session.alive ? c.json({ user: { id: 'p-1' } }) : c.json(refusal, 401)),
    expects: alive,
    then: [{ does: ['end', 'check'], expects: over('expired') }],
  }),
  'look-html': look({
    shows: 'a look that is answered with a page, whatever is asked',
    answer: (c) => c.html('<!doctype html><title>An application</title><p>Loading …</p>'),
    expects: nothing,
    then: [{ does: ['end', 'check'], expects: nothing }],
  }),
  'look-redirect': look({
    shows: 'a look that leads to the sign-in page after the end',
    answer: (c, given) => (given.session.alive ? c.json(stated(given)) : c.redirect(`${given.at}/login`)),
    // Wherever it leads, it says nothing: the core takes only a reply of 2xx, or an ending with a name.
    then: [{ does: ['end', 'check'], expects: known }],
  }),
  'look-slow': look({
    shows: 'a look that is answered after 3 seconds',
    async answer(c, given) {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      return given.session.alive ? c.json(stated(given)) : c.json(refusal, 401);
    },
    expects: { ...known, early: 4000 },
  }),
  'look-fails': look({
    shows: 'a look that is answered 500',
    answer: (c) => c.json({ error: 'broken' }, 500),
    expects: nothing,
  }),
  'look-extends': look({
    shows: 'a look that moves the end: it is no look',
    answer(c, given) {
      if (!given.session.alive) return c.json(refusal, 401);
      given.session.extend();
      return c.json(stated(given));
    },
  }),
};
