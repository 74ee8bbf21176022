import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import arcp from './fixtures/arcp.session-status.json';
import asterwiseExpired from './fixtures/asterwise.expired.json';
import { readMoment } from './moment.ts';
import { readSession, type SessionOptions } from './read-session.ts';
import { shapes, signs } from './session-shapes.ts';

const now = Date.UTC(2026, 10, 20, 12);
const requestedAt = now - 300;
const times = { requestedAt, receivedAt: now };
const later = Date.UTC(2026, 10, 20, 13);
const iso = '2026-11-20T13:00:00Z';
const minute = 60_000;

const read = (body: unknown, options: Partial<SessionOptions> = {}) =>
  readSession(body, { ...times, ...options });
const codes = (body: unknown, options?: Partial<SessionOptions>) =>
  read(body, options).problems.map(({ code }) => code);

const alive = { alive: true, problems: [] };
const stated = { ...alive, expiresAt: later };
const idle = { ...stated, idle: true };

describe('a living session is read from', () => {
  it.each<[string, unknown, object]>([
    ['{expires_at} (ONS)', { expires_at: iso }, stated],
    ['{expiresAt}', { expiresAt: later }, stated],
    ['{session: {expires_at}}', { session: { expires_at: iso } }, stated],
    [
      'better-auth',
      { session: { id: 's1', expiresAt: iso, token: 'x' }, user: { id: 'u1' } },
      { ...stated, subject: 'u1' },
    ],
    ['Ory Kratos', { id: 's1', active: true, expires_at: iso, identity: { id: 'u1' }, devices: [] }, stated],
    ['{idle_expires_at}', { idle_expires_at: iso }, idle],
    ['{idleExpiresAt}', { idleExpiresAt: iso }, idle],
    ['{absolute_expires_at}', { absolute_expires_at: iso }, { ...alive, absoluteExpiresAt: later }],
    [
      'both limits',
      { idleExpiresAt: iso, absoluteExpiresAt: later + minute },
      { ...idle, absoluteExpiresAt: later + minute },
    ],
    ['an idle limit before the stated end', { expires_at: later + minute, idle_expires_at: iso }, idle],
    ['an idle limit after the stated end', { expires_at: iso, idle_expires_at: later + minute }, idle],
    ['{expires_in}', { expires_in: 600 }, { ...alive, expiresAt: requestedAt + 600_000, relative: true }],
    ['login.gov', { live: true, timeout: iso }, idle],
    [
      'Kibana',
      { expiresInMs: 90_000, canBeExtended: true, provider: { type: 'basic' } },
      { ...alive, expiresAt: requestedAt + 90_000, relative: true, idle: true, canRenew: true },
    ],
    [
      'Kibana at its lifespan: an end that cannot be put off is not the idle one',
      { expiresInMs: 90_000, canBeExtended: false },
      { ...alive, expiresAt: requestedAt + 90_000, relative: true, canRenew: false },
    ],
    ['Kibana without an end', { expiresInMs: null, canBeExtended: false }, { ...alive, canRenew: false }],
    ['ARCP', arcp, { ...stated, subject: 'ARCP' }],
    [
      'RFC 7662',
      { active: true, exp: later / 1000, sub: 'Z5O3upPC88QrAjx00dis' },
      { ...stated, subject: 'Z5O3upPC88QrAjx00dis' },
    ],
    [
      'Auth.js, with a token of its own beside the user',
      { user: { email: 'ann@example.com' }, expires: '2026-11-20T13:00:00.000Z', accessToken: 'x' },
      { ...stated, subject: 'ann@example.com' },
    ],
    [
      'Payload',
      { user: { id: 7, email: 'ann@example.com' }, exp: later / 1000, token: 'x' },
      { ...stated, subject: '7' },
    ],
  ])('%s', (_, body, reading) => expect(read(body)).toEqual(reading));

  it('Kibana’s flag counts as a flag only', () =>
    expect(read({ expiresInMs: 90_000, canBeExtended: 'no' }).canRenew).toBeUndefined());

  it('wonderwall, both limits as durations, with its clock', () => {
    const session = {
      created_at: '2026-11-20T08:00:00Z',
      ends_at: '2026-11-20T18:00:10Z',
      ends_in_seconds: 6 * 3600,
      timeout_at: '2026-11-20T13:00:10Z',
      timeout_in_seconds: 3600,
      active: true,
    };
    const tokens = { expire_at: '2026-11-20T12:10:00Z', expire_in_seconds: 600 };
    expect(read({ session, tokens })).toEqual({
      ...alive,
      expiresAt: requestedAt + 60 * minute,
      relative: true,
      idle: true,
      absoluteExpiresAt: requestedAt + 6 * 60 * minute,
      absoluteRelative: true,
      serverNow: now + 10_000,
    });
  });

  it('wonderwall without an idle limit: −1 and year 1 mean unset', () => {
    const session = {
      ends_in_seconds: 60,
      timeout_at: '0001-01-01T00:00:00Z',
      timeout_in_seconds: -1,
      active: true,
    };
    expect(read({ session })).toEqual({
      ...alive,
      absoluteExpiresAt: requestedAt + minute,
      absoluteRelative: true,
    });
  });
});

describe('a session without an end is alive', () => {
  it.each([
    { active: true },
    { live: true },
    { valid: true },
    { authenticated: true },
    { session: { active: true } },
    { session: { id: 's1' } },
    { user: { name: 'Ann' } },
    { active: true, exp: null },
    { user: { name: 'Ann' }, expires: null },
  ])('%j', (body) => expect(read(body)).toEqual(alive));

  it.each([{ expires_at: 'infinity' }, { expires_at: '9999-12-31T23:59:59Z' }, { expires_in: -1 }])(
    '%j, but only where sites said that "never" is meant',
    (body) => {
      expect(read(body, { noExpiry: true })).toEqual(alive);
      expect(codes(body)).toEqual(['unknown-shape']);
    },
  );
});

describe('a session is over', () => {
  it.each<[unknown, string]>([
    [null, 'unknown'],
    [{ user: null }, 'unknown'],
    [{ user: null, message: 'Account' }, 'unknown'],
    [{ user: null, expires: null }, 'unknown'],
    [{ session: null }, 'unknown'],
    [{ session: null, user: null }, 'unknown'],
    [{ active: false }, 'unknown'],
    [{ live: false, timeout: null }, 'unknown'],
    [{ authenticated: false }, 'unknown'],
    [{ valid: false }, 'unknown'],
    [{ ...arcp, valid: false }, 'unknown'],
    [{ ...arcp, session_exists: false }, 'not-found'],
    [{ ...arcp, valid: false, session_exists: false }, 'not-found'],
    [{ session: { active: false, ends_in_seconds: 900 } }, 'expired'],
    [{ success: false, error: 'session_expired' }, 'expired'],
    [asterwiseExpired, 'expired'],
    [{ code: 'SESSION_REVOKED' }, 'revoked'],
    [{ active: false, error: { code: 'SESSION_NOT_FOUND' } }, 'not-found'],
  ])('for %j: %s', (body, ended) => expect(read(body)).toEqual({ ended, problems: [] }));

  it('a guest’s new session does not hide that nobody is signed in', () =>
    expect(read({ user: null, expires_at: iso })).toEqual({ ended: 'unknown', problems: [] }));

  it('whatever else the body claims', () => {
    for (const [pointer, no, reason = 'unknown'] of signs) {
      const [outer, inner] = pointer.slice(1).split('/') as [string, string?];
      const body = { expires_at: iso, active: true, [outer]: inner ? { [inner]: no } : no };
      expect(read(body)).toEqual({ ended: reason, problems: [] });
    }
  });
});

describe('nothing is guessed:', () => {
  it.each<[string, unknown]>([
    ['an API key', { api_key: { expires_at: iso } }],
    ['a coupon', { coupon: { code: 'X', expires_at: iso } }],
    ['another device’s session', { sessions: [{ expires_at: iso }, { expiresAt: iso }] }],
    ['a list of sessions', [{ expires_at: iso }]],
    ['an access token', { access_token: 'x', token_type: 'Bearer', expires_in: 3600 }],
    ['an access token and its moment', { accessToken: 'x', expiresAt: iso }],
    ['an ID token', { id_token: 'x', expires_at: iso }],
    ['a token object', { token: { expires_at: iso } }],
    [
      'ARCP’s reply to signing in',
      { access_token: 'x', token_type: 'bearer', expires_in: 3600, agent_id: 'a' },
    ],
    ['wonderwall’s tokens', { tokens: { expire_at: iso, expire_in_seconds: 600 } }],
    ['Directus’ reply to signing in', { data: { access_token: 'x', expires: 900_000, refresh_token: 'x' } }],
    ['an expiry whose shape is missing', { expires: iso }],
    ['exp alone', { exp: later / 1000 }],
    ['timeout alone', { timeout: iso }],
    ['expiresInMs alone', { expiresInMs: 1000 }],
    ['a cookie’s maxAge', { maxAge: 3600, session_timeout: 60, ttl: 60 }],
    ['an empty object (an answer to a renewal as well)', {}],
    ['an empty user', { user: {} }],
    ['PHP’s empty user', { user: [] }],
    ['the name of a user', { user: 'Ann' }],
    ['words for yes and no', { active: 'true', valid: 1, live: 'no', authenticated: 0 }],
    ['null where a flag belongs', { active: null, live: null, valid: null }],
    ['an end that is not set', { expires_at: null }],
    ['a list', []],
    ['text', 'session'],
    ['a number', later],
    ['false', false],
    ['nothing', undefined],
    ['members of the prototype', JSON.parse(`{"__proto__": {"expires_at": "${iso}", "active": true}}`)],
  ])('%s is an unknown shape', (_, body) => {
    const { problems, ...said } = read(body);
    expect(said).toEqual({});
    expect(problems.map(({ code }) => code)).toEqual(['unknown-shape']);
  });

  it('beside a token no limit is believed', () =>
    expect(codes({ access_token: 'x', idle_expires_at: iso })).toEqual(['unknown-shape']));

  it('a session lives by its token: the token’s end is not the session’s', () =>
    expect(read({ session: { access_token: 'x', expires_at: iso } })).toEqual(alive));

  it.each([
    ['/expires_at', '2026-11-20T13:00:00', undefined],
    ['/expires_at', 3600, undefined],
    ['/session/expiresAt', { at: 1 }, undefined],
    ['/expires_in', -5, 'in-s'],
    ['/expires_in', iso, 'in-s'],
  ] as const)('%s %j is refused as readMoment refuses it, and named', (field, value, unit) => {
    const body = field
      .slice(1)
      .split('/')
      .reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
    const { problems, expiresAt } = read(body);
    expect(problems).toEqual([{ ...readMoment(value, { now, requestedAt, unit }).problem, field }]);
    expect(expiresAt).toBeUndefined();
  });

  it('a refused end is no sign of life', () =>
    expect(read({ expires_at: '2026-11-20T13:00:00' }).alive).toBeUndefined());

  it('not even in the rest of its shape', () =>
    expect(read({ expiresInMs: 'soon', canBeExtended: true })).toEqual({
      problems: [expect.objectContaining({ field: '/expiresInMs' })],
    }));

  it('but a session that is said to live lives on', () =>
    expect(read({ valid: true, expires: '20/11/2026' })).toMatchObject({
      alive: true,
      problems: [{ field: '/expires' }],
    }));
});

describe('two values', () => {
  it('that disagree: the earlier, and the conflict is named', () => {
    const body = { expires_at: later + 2001, expiresAt: later };
    expect(read(body)).toEqual({ ...stated, problems: [{ code: 'conflict', field: '/expiresAt' }] });
    expect(read({ expires_at: later, expiresAt: later + 2001 })).toMatchObject({ expiresAt: later });
    expect(codes({ expires_at: later, session: { expires_at: later - minute } })).toEqual(['conflict']);
  });

  it('that differ by 2 s agree; the earlier holds', () =>
    expect(read({ expires_at: later + 2000, expiresAt: later })).toEqual(stated));

  it('one refused: the other holds, and the refusal is told', () => {
    const reading = read({ expires_at: '2026-11-20 13:00:00', expires_in: 60 });
    expect(reading).toMatchObject({ alive: true, expiresAt: requestedAt + minute, relative: true });
    expect(reading.problems).toEqual([expect.objectContaining({ field: '/expires_at' })]);
  });

  it('a moment and a duration do not disagree: they tell the server’s clock', () =>
    expect(read({ expires_at: later, expires_in: 600 })).toEqual({
      ...alive,
      expiresAt: requestedAt + 600_000,
      relative: true,
      serverNow: later - 600_000,
    }));

  it('a duration of 0 tells no clock: the moment may have passed long ago', () => {
    const reading = read({ expires_at: now - minute, expires_in: 0 });
    expect(reading).toMatchObject({ expiresAt: requestedAt, relative: true });
    expect(reading.serverNow).toBeUndefined();
  });

  it('two limits tell no clock: they are different facts', () =>
    expect(read({ expires_in: 8 * 3600, idle_expires_at: iso }).serverNow).toBeUndefined());
});

describe('with a path', () => {
  it.each<[string, SessionOptions['unit'], unknown, object]>([
    ['/data/until', undefined, { data: { until: iso } }, stated],
    ['/data/until', 'epoch-s', { data: { until: later / 1000 } }, stated],
    ['', 'in-s', 60, { ...alive, expiresAt: requestedAt + minute, relative: true }],
    ['/left', 'in-min', { left: 2 }, { ...alive, expiresAt: requestedAt + 2 * minute, relative: true }],
    ['/sessions/0/expires_at', undefined, { sessions: [{ expires_at: iso }] }, stated],
    ['/token/a~1b', undefined, { token: { 'a/b': iso } }, stated],
    [
      '/expires_in',
      undefined,
      { access_token: 'x', expires_in: 60 },
      { ...alive, expiresAt: requestedAt + minute, relative: true },
    ],
    [
      '/expires_in',
      'in-min',
      { expires_in: 2 },
      { ...alive, expiresAt: requestedAt + 2 * minute, relative: true },
    ],
  ])('%j (%s) exactly that value is read', (path, unit, body, reading) =>
    expect(read(body, { path, unit })).toEqual(reading),
  );

  it('nothing else is read: no other end, no subject, no sign of the end', () =>
    expect(
      read(
        {
          until: iso,
          expires_at: now,
          user_id: 'u1',
          canBeExtended: false,
          active: false,
          code: 'SESSION_EXPIRED',
        },
        { path: '/until' },
      ),
    ).toEqual(stated));

  it('the unit is for the path only', () =>
    expect(read({ expires_at: iso }, { unit: 'in-s' })).toEqual(stated));

  it.each([null, { user: null }, { live: false, timeout: null }, { error: 'session_expired' }])(
    'that finds no moment in %j, the session is over',
    (body) => expect(read(body, { path: '/timeout' }).ended).toBeDefined(),
  );

  it.each([
    {},
    { timeout: null },
    { timeout: '' },
    { expires_at: iso },
    { active: true },
    { user: { id: 1 } },
    [],
    'x',
    1,
  ])('that finds no moment in %j: the problem names it, and nothing is said', (body) =>
    expect(read(body, { path: '/timeout' })).toEqual({
      problems: [expect.objectContaining({ code: 'path-not-found', field: '/timeout' })],
    }),
  );

  it('that finds what is no moment: the refusal names it', () =>
    expect(read({ until: 'tomorrow' }, { path: '/until' })).toEqual({
      problems: [expect.objectContaining({ field: '/until' })],
    }));

  it('that is malformed finds nothing', () =>
    expect(codes({ until: iso }, { path: 'until' })).toEqual(['path-not-found']));
});

describe('law 7: a problem holds no token', () => {
  it.each(['eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2lnbmF0dXJl', '0123456789abcdef0123456789abcdef'])(
    '%s',
    (token) => {
      for (const body of [{ expires_at: token }, { [token]: 1 }, { token }, token])
        expect(JSON.stringify(read(body))).not.toContain(token);
    },
  );
});

describe('whatever the body', () => {
  const members = [
    ...new Set(
      [
        ...shapes.flatMap(([at, , beside]) => [at, beside ?? '']),
        ...signs.map(([at]) => at),
        '/error/code',
        '/access_token',
      ]
        .flatMap((pointer) => pointer.split('/'))
        .filter((name) => name),
    ),
  ];
  const plausible = fc.oneof(
    fc.constantFrom(iso, later, later / 1000, 0, -1, '', 600, null, true, false, 'session_expired', 'x'),
    fc.jsonValue(),
  );
  const { body } = fc.letrec((tie) => ({
    body: fc.dictionary(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...members) }, fc.string()),
      tie('value'),
    ),
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, plausible, tie('body')),
  }));

  it('nothing throws, moments are finite, and the end stands alone', () =>
    fc.assert(
      fc.property(
        fc.oneof(body, fc.jsonValue(), fc.anything({ withNullPrototype: true })),
        fc.option(fc.oneof(fc.constantFrom('', '/expires_at', '/session/active'), fc.string()), {
          nil: undefined,
        }),
        fc.boolean(),
        (json, path, noExpiry) => {
          const reading = read(json, { path, noExpiry });
          for (const at of [reading.expiresAt, reading.absoluteExpiresAt, reading.serverNow])
            if (at !== undefined) expect(Number.isFinite(at)).toBe(true);
          if (reading.ended) expect(reading).toEqual({ ended: reading.ended, problems: [] });
          else expect(!!reading.alive || reading.problems.length > 0).toBe(true);
          if (!reading.alive)
            expect(Object.keys(reading).filter((key) => key !== 'ended')).toEqual(['problems']);
          for (const { code, field } of reading.problems)
            expect(code && (field || code === 'unknown-shape' || path === '')).not.toBeUndefined();
        },
      ),
      { numRuns: 2000 },
    ));

  it('an end under a foreign key is nobody’s', () => {
    const known = new Set([...members, 'session', 'user']);
    const foreign = fc.string({ minLength: 1 }).filter((name) => !known.has(name) && name !== '__proto__');
    fc.assert(
      fc.property(foreign, fc.constantFrom(...members), (name, member) => {
        for (const alien of [
          { [name]: { [member]: iso } },
          { [name]: [{ [member]: iso }] },
          { [name]: iso },
        ]) {
          expect(read(alien).expiresAt).toBeUndefined();
          expect(codes(alien)).toEqual(['unknown-shape']);
        }
      }),
    );
  });

  it('an end stands where the table says, and nowhere deeper', () => {
    for (const [pointer] of shapes) {
      const deeper = pointer
        .split('/')
        .slice(1)
        .reduceRight<unknown>((value, name) => ({ [name]: value }), iso);
      expect(read({ data: deeper }).alive).toBeUndefined();
    }
  });

  it('depth does not matter', () => {
    let deep: unknown = iso;
    for (let level = 0; level < 50_000; level++) deep = { session: deep };
    expect(read(deep).expiresAt).toBeUndefined();
    expect(read(deep, { path: '/session'.repeat(1000) }).problems).toHaveLength(1);
  });

  it('the reading does not depend on when the reply came', () =>
    expect(read({ expires_in: 60 }, { receivedAt: now + minute })).toEqual(read({ expires_in: 60 })));
});

describe('the tables', () => {
  it('hold durations after the moments of the same limit, as the reader relies on', () => {
    for (const limit of ['stated', 'idle', 'absolute']) {
      const kinds = shapes
        .filter((row) => row[1] === limit)
        .map(([at, , beside, unit]) => [at.split('/').length, beside, !!unit?.startsWith('in-')] as const);
      for (const [index, [depth, beside, duration]] of kinds.entries())
        if (!duration)
          expect(kinds.slice(0, index).some((one) => one[2] && one[0] === depth && one[1] === beside)).toBe(
            false,
          );
    }
  });
});
