import {
  alive,
  aliveByMe,
  askMe,
  known,
  life,
  nothing,
  over,
  type Given,
  type Rules,
  type Trait,
  type Traits,
} from './trait.ts';
import { asJson, asJwt, asRfc3339, inSeconds } from './values.ts';

const source = (more: object): Rules => ({ expiry: [{ from: 'cookie', ...more }] });

/** A value that the extension can read, and nothing else. */
const readable = (shows: string, cookies: (given: Given) => string[], more: object): Trait => ({
  shows,
  page: (given) => ({ cookies: cookies(given) }),
  rules: () => source(more),
  expects: known,
});

const ends = ({ session }: Given) => inSeconds(session.expiresAt);

/** Ends told by values in cookies. */
export const inCookies: Traits = {
  'cookie-moment': readable(
    'a moment in a cookie that scripts can read',
    (given) => [`ends=${ends(given)}`],
    {
      name: 'ends',
      unit: 'epoch-s',
    },
  ),
  'cookie-httponly': readable(
    'a moment in a cookie that no script can read',
    (given) => [`ends=${ends(given)}; HttpOnly; SameSite=Lax`],
    { name: 'ends', unit: 'epoch-s' },
  ),
  'cookie-parent': {
    ...readable(
      'a moment in a cookie of the parent domain',
      (given) => [`ends=${ends(given)}; Domain=traits.localhost`],
      {},
    ),
    host: 'app.traits.localhost',
    rules: () => ({
      ...source({ name: 'ends', unit: 'epoch-s' }),
      hosts: ['http://traits.localhost/*'],
    }),
  },
  'cookie-per-host': {
    ...readable('a session of its own at each of two hosts', (given) => [`ends=${ends(given)}`], {}),
    alsoAt: ['localhost'],
    rules: () => ({ ...source({ name: 'ends', unit: 'epoch-s' }), perHost: true }),
  },
  'cookie-path': readable(
    'a moment in a cookie for a path that its page is not on',
    (given) => [`ends=${ends(given)}; Path=${given.at}/app`],
    { name: 'ends', unit: 'epoch-s' },
  ),
  'cookie-empty': {
    ...readable('a cookie whose value is empty', () => ['ends='], { name: 'ends' }),
    expects: nothing,
  },
  'cookie-encoded': readable(
    'percent-encoded JSON in a cookie',
    ({ session }) => [`state=${encodeURIComponent(asJson(session.expiresAt))}`],
    { name: 'state', as: 'json', path: '/session/ends' },
  ),
  'cookie-split': readable(
    'a moment between bars in a cookie, as some systems write it',
    (given) => [`login=ada|${ends(given)}|c0ffee`],
    { name: 'login', split: '|', part: 1, unit: 'epoch-s' },
  ),
  'cookie-jwt': readable(
    'a JWT in a cookie that no script can read',
    ({ session, now }) => [`token=${asJwt(session.expiresAt, now())}; HttpOnly`],
    { name: 'token', as: 'jwt' },
  ),
  'cookie-several': readable(
    'two cookies of one glob: the earlier end counts',
    (given) => [`login_a=${ends(given) + 900}`, `login_b=${ends(given)}`],
    { name: 'login_*', unit: 'epoch-s' },
  ),
  'cookie-of-the-browser': {
    shows: 'a cookie that goes with the browser: without an expiry it tells no end',
    page: ({ at }) => ({ cookies: ['sid=opaque; HttpOnly'], script: askMe(at) }),
    rules: (at) => ({ ...source({ name: 'sid' }), signs: aliveByMe(at) }),
    expects: alive,
  },
  'cookie-own-expiry': {
    shows: 'an opaque cookie of which only the browser’s own expiry is known (`Max-Age`)',
    page: ({ at, session, now }) => ({
      cookies: [`sid=opaque; HttpOnly; Max-Age=${inSeconds(session.expiresAt - now())}`],
      script: askMe(at),
    }),
    rules: (at) => ({ ...source({ name: 'sid' }), signs: aliveByMe(at) }),
    expects: known,
  },
  'cookie-deleted': {
    shows: 'a cookie that the server deletes when the person signs out',
    page: (given) => ({
      cookies: [`ends=${ends(given)}; HttpOnly`],
      body: `<button id="sign-out">Sign out</button>`,
      script: `document.getElementById('sign-out').onclick = () => fetch('${given.at}/sign-out', { method: 'POST' })`,
    }),
    routes(app, { at, session }) {
      app.post(`${at}/sign-out`, (c) => {
        session.end();
        c.header('Set-Cookie', `ends=; Path=${at}; Max-Age=0; HttpOnly`);
        return c.body(null, 204);
      });
    },
    rules: () => ({
      ...source({ name: 'ends', unit: 'epoch-s' }),
      signs: [{ cookie: 'ends', gone: true, means: 'ended', reason: 'signed-out' }],
    }),
    expects: known,
    then: [{ does: ['#sign-out'], expects: over('signed-out') }],
  },
  'cookie-rotated': {
    shows: 'a cookie that is deleted and written again within a second: nothing ended',
    page: (given) => ({
      cookies: [`ends=${ends(given)}`],
      body: `<button id="rotate">Rotate</button>`,
      script: `document.getElementById('rotate').onclick = () => {
        const value = document.cookie.match(/ends=(\\d+)/)[1];
        document.cookie = 'ends=; Path=${given.at}; Max-Age=0';
        setTimeout(() => { document.cookie = 'ends=' + value + '; Path=${given.at}'; }, 500);
      }`,
    }),
    rules: () => ({
      ...source({ name: 'ends', unit: 'epoch-s' }),
      signs: [{ cookie: 'ends', gone: true, means: 'ended', reason: 'signed-out' }],
    }),
    expects: known,
    then: [{ does: ['#rotate'], expects: known }],
  },
};

const forms: [form: string, value: (given: Given) => string, how: object][] = [
  ['moment', ({ session }) => asRfc3339(session.expiresAt), { unit: 'rfc3339' }],
  ['jwt', ({ session, now }) => asJwt(session.expiresAt, now()), { as: 'jwt' }],
  ['json', ({ session }) => asJson(session.expiresAt), { as: 'json', path: '/session/ends' }],
];

/** Ends told by values that a page's script put away. */
export const inStorage: Traits = Object.fromEntries(
  (['local', 'session'] as const).flatMap((area) =>
    forms.map(([form, value, how]): [string, Trait] => [
      `${area}-${form}`,
      {
        shows: `a ${form} in ${area} storage`,
        page: (given) => ({
          script: `${area}Storage.setItem('${given.at}', ${JSON.stringify(value(given))})`,
        }),
        rules: (at) => ({ expiry: [{ from: 'storage', area, key: at, ...how }] }),
        expects: { ...known, endsWithin: life },
      },
    ]),
  ),
);
