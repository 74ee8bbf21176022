// A job that outlives one session: it renews well before the end, only while it works, and never after.
//   node docs/examples/automation.mjs http://127.0.0.1:4310/arcp
// The user and password come from the environment; the token stays in memory.
import { createGuard } from 'session-guard/core';

/** Runs `work` for each item; stops, with the rest undone, as soon as the session is over. */
export async function runJob({ base, user, password, items, work, say = console.log }) {
  const headers = { 'X-Client-Fingerprint': 'nightly-job', 'Content-Type': 'application/json' };
  const send = (path, init = {}) => fetch(base + path, { ...init, headers, redirect: 'manual' });

  const requestedAt = Date.now();
  const login = await send('/auth/login', {
    method: 'POST',
    body: JSON.stringify({ username: user, password }),
  });
  if (!login.ok) throw new Error(`Could not sign in: ${login.status}`);
  const { access_token, expires_in } = await login.json();
  headers.Authorization = `Bearer ${access_token}`;

  const guard = createGuard(
    { sessionUrl: `${base}/auth/session_status`, renewUrl: `${base}/auth/renew`, keepFresh: 'active' },
    {
      clock: { wall: () => Date.now(), mono: () => performance.now() },
      timer: { set: (ms, run) => setTimeout(run, ms), clear: clearTimeout },
      random: Math.random,
      async fetch({ kind, url, method }) {
        const reply = await send(url.slice(base.length), { method });
        // This server gives a new token with each renewal; a copy of the reply is read, the guard reads the other.
        if (kind === 'renew' && reply.ok)
          headers.Authorization = `Bearer ${(await reply.clone().json()).access_token}`;
        return reply;
      },
    },
  );
  guard.subscribe((event) => event.type !== 'update' && say(`session: ${event.type}`));
  guard.start({ expiresIn: expires_in, requestedAt });
  await guard.look();

  let done = 0;
  try {
    for (const item of items) {
      const { phase } = guard.status();
      if (phase === 'expired' || phase === 'ended')
        throw new Error(`Session ${phase} after ${done} items; sign in again.`);
      guard.input();
      await work(item, send);
      done++;
    }
  } finally {
    guard.stop();
  }
  return done;
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop())) {
  const done = await runJob({
    base: process.argv[2],
    user: process.env.ARCP_USER,
    password: process.env.ARCP_PASSWORD,
    items: Array.from({ length: 60 }, (_, i) => i),
    work: async (item, send) => {
      await new Promise((next) => setTimeout(next, 2000));
      console.log(`item ${item}: ${(await send('/agents')).status}`);
    },
  });
  console.log(`${done} items done`);
}
