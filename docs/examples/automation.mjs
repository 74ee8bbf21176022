// A job that outlives one session: it renews well before the end, only while it works, and never after.
//   ARCP_USER=ARCP ARCP_PASSWORD=ARCP node docs/examples/automation.mjs http://127.0.0.1:4310/arcp
// The user and password come from the environment; the token stays in memory.
import { createGuard } from 'session-guard/core';

/** Runs `work` for each item; stops, with the rest undone, as soon as the session is over. */
export async function runJob({ base, user, password, items, work, ttl = '60s', say = console.log }) {
  const headers = { 'X-Client-Fingerprint': 'nightly-job', 'Content-Type': 'application/json' };
  const request = (url, init) => fetch(url, { ...init, headers, redirect: 'manual' });

  const login = await request(`${base}/auth/login?ttl=${ttl}`, {
    method: 'POST',
    body: JSON.stringify({ username: user, password }),
  });
  if (!login.ok) throw new Error(`Could not sign in: ${login.status}`);
  const { access_token, session_timeout } = await login.json();
  headers.Authorization = `Bearer ${access_token}`;

  const guard = createGuard(
    {
      sessionUrl: `${base}/auth/session_status`,
      renewUrl: `${base}/auth/renew`,
      idleTimeout: session_timeout,
      keepFresh: 'active',
    },
    {
      clock: { wall: () => Date.now(), mono: () => performance.now() },
      timer: { set: (ms, run) => setTimeout(run, ms), clear: clearTimeout },
      random: Math.random,
      async fetch({ kind, url, method }) {
        const reply = await request(url, { method });
        // This server gives a new token with each renewal: read from a copy, the guard reads the reply.
        if (kind === 'renew' && reply.ok)
          headers.Authorization = `Bearer ${(await reply.clone().json()).token.access_token}`;
        return reply;
      },
    },
    [new URL(base).origin],
  );
  guard.subscribe(({ type }) => type !== 'update' && say(`session: ${type}`));
  await guard.look();

  /** The job's own requests: the guard hears of each reply. */
  async function call(path, init) {
    const requestedAt = Date.now();
    const reply = await request(base + path, init);
    guard.observe(reply, { requestedAt });
    return reply;
  }

  let done = 0;
  try {
    for (const item of items) {
      const { phase } = guard.status();
      if (phase !== 'active' && phase !== 'warning') throw new Error(`Session ${phase} after ${done} items.`);
      guard.input(); // at work: what keeps a session fresh
      await work(item, call);
      done++;
    }
  } finally {
    guard.stop();
  }
  return done;
}

if (process.argv[1]?.endsWith('automation.mjs')) {
  const done = await runJob({
    base: process.argv[2],
    user: process.env.ARCP_USER,
    password: process.env.ARCP_PASSWORD,
    items: Array.from({ length: 60 }, (_, i) => i),
    async work(item, call) {
      await new Promise((next) => setTimeout(next, 2000));
      console.log(`item ${item}: ${(await call('/agents')).status}`);
    },
  });
  console.log(`${done} items done`);
}
