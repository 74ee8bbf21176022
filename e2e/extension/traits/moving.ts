import {
  alive,
  aliveByMe,
  askMe,
  known,
  life,
  nothing,
  over,
  type Given,
  type Trait,
  type Traits,
} from './trait.ts';
import { asJwt, asRfc3339, inSeconds } from './values.ts';

const minutes = `${life / 60_000}m`;

const ends = ({ session }: Given) => inSeconds(session.expiresAt);

const idle = (since: string) => ({ from: 'idle', timeout: minutes, since });

/** Limits that use moves. Nothing states them. */
export const sliding: Traits = {
  'idle-counted': {
    shows: 'an idle limit that some requests move, and others do not',
    page: ({ at }) => ({
      body: '<button id="call">Call</button><button id="ping">Ping</button>',
      script: `for (const [id, path] of [['call', 'api/data'], ['ping', 'ping']])
          document.getElementById(id).onclick = () => fetch('${at}/' + path).then((reply) => reply.text(), () => {});
        ${askMe(at)}
        document.getElementById('call').click();`,
    }),
    routes(app, { at, session }) {
      app.get(`${at}/api/data`, (c) => {
        session.extend();
        return c.json({}, session.alive ? 200 : 401);
      });
      app.get(`${at}/ping`, (c) => c.json({}));
    },
    rules: (at) => ({
      expiry: [idle('counted')],
      signs: [
        ...aliveByMe(at),
        { url: `${at}/api/data`, status: '2xx', means: 'counted' },
        { url: `${at}/api/data`, status: 401, means: 'ended' },
      ],
    }),
    expects: known,
    then: [{ does: ['end', '#call'], expects: over() }],
  },
  'idle-input': {
    shows: 'an idle limit that input moves, as the page’s own script tells the server',
    page: ({ at }) => ({
      body: '<input id="note" aria-label="Note" />',
      script: `const tell = () => fetch('${at}/active', { method: 'POST' }).catch(() => {});
        addEventListener('keydown', tell);
        void tell();`,
    }),
    routes(app, { at, session }) {
      app.post(`${at}/active`, (c) => {
        session.extend();
        return c.body(null, session.alive ? 204 : 401);
      });
    },
    rules: (at) => ({
      expiry: [idle('input')],
      signs: [
        { url: `${at}/active`, status: 204, means: 'alive' },
        { url: `${at}/active`, status: 401, means: 'ended' },
      ],
    }),
    expects: alive,
    then: [{ does: ['type #note'], expects: known }],
  },
  'idle-cookie': {
    shows: 'an idle limit that begins anew whenever a cookie is written',
    page({ at, session, now }) {
      session.extend();
      return {
        cookies: [`seen=${now()}; HttpOnly`],
        body: '<button id="call">Call</button>',
        script: `${askMe(at)}
          document.getElementById('call').onclick = () => fetch('${at}/api/data')`,
      };
    },
    routes(app, { at, session, now }) {
      app.get(`${at}/api/data`, (c) => {
        session.extend();
        if (!session.alive) return c.json({}, 401);
        c.header('Set-Cookie', `seen=${now()}; Path=${at}; HttpOnly`);
        return c.json({});
      });
    },
    rules: (at) => ({
      expiry: [idle('written')],
      signs: [
        ...aliveByMe(at),
        { name: 'written', cookie: 'seen', gone: false, means: 'counted' },
        { url: `${at}/api/data`, status: 401, means: 'ended' },
      ],
    }),
    // It was written before anybody could hear of it.
    expects: alive,
    then: [
      { does: ['load'], expects: known },
      { does: ['#call'], expects: known },
    ],
  },
};

const csrf = 'xsrf';
const sid = 'sid=opaque; HttpOnly; SameSite=Strict';

/** The end stands in a cookie that scripts can read: what a renewal did is seen. */
const renewed = (given: Given): string[] => [`ends=${ends(given)}`];
const endInCookie = { from: 'cookie', name: 'ends', unit: 'epoch-s' };

/** A POST that moves the end, for whoever holds the session's cookie and says the token of the other one. */
const renewal = (
  shows: string,
  body: (given: Given) => object,
  keepFresh: (at: string) => object,
): Trait => ({
  shows,
  page: (given) => ({ cookies: [...renewed(given), sid, `${csrf}=t0ken%2F1`] }),
  routes(app, given) {
    const { at, session } = given;
    app.post(`${at}/auth/renew`, (c) => {
      const cookies = c.req.header('cookie') ?? '';
      if (!session.alive || !/\bsid=opaque/.test(cookies)) return c.json({ error: 'session_expired' }, 401);
      // Some read the cookie as it stands, some decode it.
      if (!/^t0ken(\/|%2F)1$/.test(c.req.header('x-xsrf-token') ?? '')) return c.json({ error: 'csrf' }, 403);
      session.extend();
      for (const line of renewed(given)) c.header('Set-Cookie', `${line}; Path=${at}`, { append: true });
      return c.json(body(given));
    });
  },
  rules: (at) => ({ expiry: [endInCookie], keepFresh: { by: 'request', ...keepFresh(at) } }),
  expects: known,
});

const withToken = (at: string) => ({
  url: `${at}/auth/renew`,
  path: '/expires_at',
  csrf: { from: 'cookie', name: csrf, header: 'X-XSRF-Token' },
});

/** Ways in which a session can be kept. */
export const renewals: Traits = {
  'renew-post': renewal(
    'a renewal by POST that wants a CSRF token, for a session in a strict cookie that no script can read',
    ({ session }) => ({ expires_at: asRfc3339(session.expiresAt) }),
    withToken,
  ),
  'renew-token': renewal(
    'a renewal that answers with a new token, which the page would not get',
    ({ session, now }) => ({
      expires_at: asRfc3339(session.expiresAt),
      access_token: asJwt(session.expiresAt, now()),
    }),
    withToken,
  ),
  'renew-refused': renewal(
    'a renewal that is refused: the profile names no CSRF token',
    () => ({}),
    (at) => ({ url: `${at}/auth/renew` }),
  ),
  'renew-by-load': {
    shows: 'a session that each load of its page renews',
    page(given) {
      given.session.extend();
      return { cookies: renewed(given) };
    },
    rules: () => ({ expiry: [endInCookie], keepFresh: { by: 'reload' } }),
    expects: known,
  },
};

const selfRenewing = (at: string, ms: string) => `
  const arm = () => setTimeout(renew, ${ms});
  const renew = async () => { if ((await fetch('${at}/auth/renew', { method: 'POST' })).ok) arm(); };
  arm();`;

/** Sites with ideas of their own. */
export const ownWays: Traits = {
  'site-renews': {
    shows: 'a page that renews by itself 10 seconds before the end',
    page: (given) => ({
      cookies: renewed(given),
      script: selfRenewing(
        given.at,
        `Number(document.cookie.match(/ends=(\\d+)/)[1]) * 1000 - Date.now() - 10_000`,
      ),
    }),
    routes(app, given) {
      app.post(`${given.at}/auth/renew`, (c) => {
        given.session.extend();
        if (!given.session.alive) return c.json({}, 401);
        for (const line of renewed(given)) c.header('Set-Cookie', `${line}; Path=${given.at}`);
        return c.json({});
      });
    },
    rules: () => ({ expiry: [endInCookie], siteRenews: '10s' }),
    expects: known,
  },
  'own-prompt': {
    shows: 'a page that asks by itself, in a modal dialog, 20 seconds before the end',
    page: (given) => ({
      cookies: renewed(given),
      body: '<dialog id="still-there"><p>Are you still there?</p><form method="dialog"><button>Yes</button></form></dialog>',
      script: `const at = Number(document.cookie.match(/ends=(\\d+)/)[1]) * 1000;
        setTimeout(() => document.getElementById('still-there').showModal(), Math.max(0, at - Date.now() - 20_000));`,
    }),
    rules: () => ({ expiry: [endInCookie], prompt: 'site' }),
    expects: known,
  },
  unknowable: {
    shows: 'a site of which nothing can be known: an opaque cookie, and pages',
    page: () => ({ cookies: ['sid=opaque; HttpOnly'] }),
    rules: () => ({ expiry: [] }),
    expects: nothing,
    then: [{ does: ['end', 'load'], expects: nothing }],
  },
  'no-keep-fresh': {
    shows: 'a page that forbids to keep it fresh',
    page: (given) => ({
      cookies: renewed(given),
      head: '<meta name="session-guard" content="no-keep-fresh">',
    }),
    routes(app, given) {
      app.post(`${given.at}/auth/renew`, (c) => {
        given.session.extend();
        return c.json({ expires_at: asRfc3339(given.session.expiresAt) });
      });
    },
    rules: (at) => ({ expiry: [endInCookie], keepFresh: { by: 'request', url: `${at}/auth/renew` } }),
    expects: known,
  },
};
