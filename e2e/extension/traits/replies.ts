import type { Reason } from '../../../shared/ending.ts';
import { known, over, type Given, type Rules, type Trait, type Traits } from './trait.ts';
import { asJwt, asRfc3339, inSeconds } from './values.ts';

const byFetch = (path: string) => `() => void fetch('${path}').then((reply) => reply.text(), () => {})`;
const byXhr = (path: string) => `() => {
  const request = new XMLHttpRequest();
  request.open('GET', '${path}');
  request.send();
}`;

/** The page asks at once, and again at a press of `#call`. */
export const asking = (path: string, how = byFetch) => ({
  body: '<button id="call">Call</button>',
  script: `const call = ${how(path)};
    document.getElementById('call').onclick = call;
    call();`,
});

const secondsLeft = ({ session, now }: Given) => inSeconds(session.expiresAt - now());

const header = (shows: string, name: string, value: (given: Given) => string, unit: string): Trait => ({
  shows,
  page: ({ at }) => asking(`${at}/api/data`),
  routes(app, given) {
    app.get(`${given.at}/api/data`, (c) => {
      if (given.session.alive) c.header(name, value(given));
      return c.json({ rows: [] });
    });
  },
  rules: (at) => ({ expiry: [{ from: 'header', url: `${at}/api/*`, name, unit }] }),
  expects: known,
});

const reply = (shows: string, body: (given: Given) => unknown, how: object, by = byFetch): Trait => ({
  shows,
  page: ({ at }) => asking(`${at}/auth/token?tab=1`, by),
  routes(app, given) {
    app.get(`${given.at}/auth/token`, (c) => c.json(body(given) as object, given.session.alive ? 200 : 401));
  },
  rules: (at) => ({ expiry: [{ from: 'response', url: `${at}/auth/token`, ...how }] }),
  expects: known,
});

/** Ends told by headers of what the page asks for. */
export const inHeaders: Traits = {
  'header-moment': header(
    'a moment in a header of its replies',
    'session-expires-at',
    ({ session }) => asRfc3339(session.expiresAt),
    'rfc3339',
  ),
  'header-seconds': header(
    'seconds left in a header of its replies',
    'x-session-expires-in',
    (given) => String(secondsLeft(given)),
    'in-s',
  ),
};

const expiresIn = (given: Given) => ({ expires_in: secondsLeft(given) });
const nested = ({ session }: Given) => ({
  data: { me: { ends: asRfc3339(session.expiresAt) }, secret: 'not yours' },
});
const token = ({ session, now }: Given) => ({ token: asJwt(session.expiresAt, now()) });

/** Ends told by the bodies of what the page asks for. */
export const inReplies: Traits = {
  'fetch-seconds': reply('seconds left in a reply to fetch', expiresIn, {
    path: '/expires_in',
    unit: 'in-s',
  }),
  'fetch-nested': reply('a moment deep in a reply to fetch', nested, {
    path: '/data/me/ends',
    unit: 'rfc3339',
  }),
  'fetch-jwt': reply('a JWT in a reply to fetch', token, { as: 'jwt', path: '/token' }),
  'xhr-seconds': reply(
    'seconds left in a reply to XHR',
    expiresIn,
    { path: '/expires_in', unit: 'in-s' },
    byXhr,
  ),
  'xhr-nested': reply(
    'a moment deep in a reply to XHR',
    nested,
    { path: '/data/me/ends', unit: 'rfc3339' },
    byXhr,
  ),
  'xhr-jwt': reply('a JWT in a reply to XHR', token, { as: 'jwt', path: '/token' }, byXhr),
};

const aliveAt = (at: string): object[] => [{ url: `${at}/api/data`, status: 200, means: 'alive' }];
/** Where a status says nothing: a reply of 200 may be an end, and a redirect that was followed looks like one. */
const aliveByHeader = (at: string): object[] => [{ url: `${at}/api/data`, header: 'x-user', means: 'alive' }];

/** Its one address answers so once the session is over; while it is alive, with 200 and a user. */
const ended = (
  shows: string,
  answer: { status?: number; headers?: Record<string, string>; body?: object },
  rules: (at: string) => Rules,
  reason?: Reason,
): Trait => ({
  shows,
  page: ({ at }) => asking(`${at}/api/data`),
  routes(app, { at, session }) {
    app.get(`${at}/api/data`, (c) => {
      if (session.alive) return c.json({ user: { id: 'p-1' } }, 200, { 'x-user': 'p-1' });
      const { status = 200, headers = {}, body = {} } = answer;
      return new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json', ...headers },
      });
    });
  },
  rules,
  expects: { phase: 'active' },
  then: [{ does: ['end', '#call'], expects: over(reason) }],
});

const byStatus = (status: number) =>
  ended(`an end told by ${status}`, { status }, (at) => ({
    signs: [{ url: `${at}/api/*`, status, means: 'ended' }, ...aliveAt(at)],
  }));

const unread = (shows: string, rules: (at: string) => Rules): Trait => ({
  ...ended(shows, { status: 401, body: { error: 'session_expired' } }, rules),
  page: ({ at }) => asking(`${at}/api/data`, (path) => `() => void fetch('${path}').catch(() => {})`),
});

/** Ends told by what the page is refused with. */
export const ends: Traits = {
  'end-401': byStatus(401),
  'end-419': byStatus(419),
  'end-403': byStatus(403),
  'end-unread': unread(
    'an end told by a status; the page never reads the body, so that in Chromium only the network shows it',
    (at) => ({
      // A method is nothing that the page’s time line tells.
      signs: [{ url: `${at}/api/*`, method: 'GET', status: 401, means: 'ended' }, ...aliveAt(at)],
    }),
  ),
  'end-unread-observed': unread(
    'an end told by a status that nobody reads, at a site whose replies are looked into anyway',
    (at) => ({
      signs: [
        { url: `${at}/api/data`, at: '/user/id', means: 'alive' },
        { url: `${at}/api/*`, status: 401, means: 'ended' },
      ],
    }),
  ),
  'end-body': ended('an end told by a reply of 200 that names no user', { body: { user: null } }, (at) => ({
    signs: [
      { url: `${at}/api/data`, at: '/user', is: null, means: 'ended' },
      { url: `${at}/api/data`, at: '/user/id', means: 'alive' },
    ],
  })),
  'end-header': ended(
    'an end told by a header of a reply of 200',
    { headers: { 'x-error': 'signed-out' } },
    (at) => ({
      signs: [
        { url: `${at}/api/*`, header: 'x-error', is: 'signed-out', means: 'ended', reason: 'signed-out' },
        ...aliveByHeader(at),
      ],
    }),
    'signed-out',
  ),
  'end-redirect': {
    ...ended('a page that leads to the sign-in once the session is over', {}, (at) => ({
      signs: [{ url: `${at}/*`, redirect: `${at}/login*`, means: 'ended' }, ...aliveByHeader(at)],
    })),
    routes(app, { at, session }) {
      app.get(`${at}/api/data`, (c) =>
        session.alive ? c.json({}, 200, { 'x-user': 'p-1' }) : c.redirect(`${at}/login?back=data`),
      );
      app.get(`${at}/`, async (c, next) => (session.alive ? next() : c.redirect(`${at}/login?back=page`)));
    },
    then: [
      { does: ['end', '#call'], expects: over() },
      { does: ['revive', 'load'], expects: { phase: 'active' } },
      { does: ['end', 'load'], expects: over() },
    ],
  },
  'end-form': {
    ...ended('a page that shows a form to sign in when it was refused', { status: 401 }, (at) => ({
      signs: [{ page: 'form#sign-in', means: 'ended' }, ...aliveAt(at)],
    })),
    page: ({ at }) => ({
      body: '<button id="call">Call</button><div id="place"></div>',
      script: `const form = Object.assign(document.createElement('form'), { id: 'sign-in', action: '${at}/login', method: 'post' });
        form.append(Object.assign(document.createElement('button'), { textContent: 'Sign in' }));
        const call = async () => {
          const reply = await fetch('${at}/api/data').catch(() => new Response());
          await reply.text();
          if (!reply.ok) document.getElementById('place').replaceChildren(form);
        };
        document.getElementById('call').onclick = call;
        void call();`,
    }),
  },
};
