import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ending } from './ending.ts';
import { codes, endings } from './endings.ts';
import arcp from './fixtures/arcp.expired.json';
import asterwise from './fixtures/asterwise.expired.json';
import trustLeads from './fixtures/trust-leads.expired.json';
import { namedEnding } from './named-ending.ts';
import { readEnding } from './read-ending.ts';

function reply(status: number, body: unknown, headers: Record<string, string> = {}) {
  return { status, body, headers: new Headers(headers) };
}
const read = (body: unknown, headers?: Record<string, string>, status = 401) =>
  readEnding(reply(status, body, headers));

const hint: Ending = { reason: 'unknown', certain: false };
const problemJson = { 'content-type': 'application/problem+json' };
const base = 'https://arcp.0x001.tech/docs/problems/';

describe('the three systems', () => {
  it('Asterwise: a flat error code', () =>
    expect(read(asterwise)).toEqual({
      reason: 'expired',
      certain: true,
      code: 'session_expired',
      requestId: 'req_01HXYZABCDEFGH',
      docUrl: 'https://docs.asterwise.com/reference/errors/session_expired',
      detail: 'Your session has expired. Please sign in again.',
    }));

  it.each([
    ['session_revoked', 'revoked'],
    ['session_not_found', 'not-found'],
  ])('Asterwise: %s is %s', (error, reason) =>
    expect(read({ ...asterwise, error })).toMatchObject({ reason, certain: true, code: error }),
  );

  it('ARCP: problem details with all members', () =>
    expect(read(arcp, problemJson)).toEqual({
      reason: 'expired',
      certain: true,
      code: 'SESSION_EXPIRED',
      requestId: 'req_vwx234',
      docUrl: `${base}session-expired`,
      detail: 'Admin session has expired after 60 minutes of inactivity',
    }));

  it('ARCP: as the running server leaves members out', () => {
    const bare = { ...arcp, error_code: undefined, session_timeout: undefined };
    expect(read(bare, problemJson)).toMatchObject({
      reason: 'expired',
      certain: true,
      code: 'session-expired',
    });
    expect(read({ ...arcp, type: undefined })).toMatchObject({
      reason: 'expired',
      certain: true,
      code: 'SESSION_EXPIRED',
    });
  });

  it.each([
    ['session-revoked', 'revoked'],
    ['session-not-found', 'not-found'],
  ])('ARCP: type …/%s is %s', (type, reason) =>
    expect(read({ type: base + type, status: 401 }, problemJson)).toMatchObject({ reason, certain: true }),
  );

  it('Trust Leads: an upper-case code, in any of its places', () => {
    const expired = { reason: 'expired', certain: true, code: 'SESSION_EXPIRED' };
    expect(read(trustLeads)).toEqual({
      ...expired,
      detail: 'Your session has expired. Please sign in again.',
    });
    expect(read({ error: 'SESSION_EXPIRED' })).toEqual(expired);
    expect(read({ error: { code: 'SESSION_EXPIRED', message: 'Sign in.' } })).toEqual({
      ...expired,
      detail: 'Sign in.',
    });
    expect(read({ code: 'SESSION_REVOKED' })).toMatchObject({ reason: 'revoked' });
    expect(read({ error: { code: 'SESSION_NOT_FOUND' } })).toMatchObject({ reason: 'not-found' });
  });

  it('each code of the table counts in each place, in each spelling', () => {
    for (const [plain, reason] of Object.entries(endings))
      for (const pointer of codes)
        for (const code of [
          plain,
          plain.replace('session', 'SESSION_'),
          plain.replace('session', 'session-'),
        ]) {
          const [outer, inner] = pointer.slice(1).split('/') as [string, string?];
          const body = { [outer]: inner ? { [inner]: code } : code };
          expect(read(body)).toEqual({ reason, certain: true, code });
        }
  });
});

describe('WWW-Authenticate (RFC 6750)', () => {
  const challenge = (value: string) => ({ 'www-authenticate': value });
  const refused = { reason: 'unknown', certain: true, code: 'invalid_token' };

  it.each([
    'Bearer realm="api", error="invalid_token", error_description="The access token expired"',
    'Bearer error="invalid_token"',
    'bearer error=invalid_token',
    'Basic realm="x", Bearer realm="y",error="invalid_token"',
    'DPoP algs="ES256", error="invalid_token"',
  ])('%s is an ending, of a reason it does not tell', (value) =>
    expect(read('', challenge(value))).toEqual(refused),
  );

  it('the body’s code says more', () =>
    expect(read({ code: 'SESSION_REVOKED' }, challenge('Bearer error="invalid_token"'))).toEqual({
      reason: 'revoked',
      certain: true,
      code: 'SESSION_REVOKED',
    }));

  it('an API key that is no token of the session is none', () =>
    expect(read({ code: 'invalid_api_key' }, challenge('Bearer error="invalid_token"'))).toBeUndefined());

  it.each([
    'Bearer',
    'Bearer realm="api"',
    'Basic realm="x"',
    'Bearer error="invalid_request"',
    'Bearer error_description=invalid_token',
  ])('%s is a hint', (value) => expect(read('', challenge(value))).toEqual(hint));

  it('a description of an invalid_token is none', () =>
    expect(read('', challenge('Bearer error="other", error_description="error invalid_token"'))).toEqual(
      hint,
    ));

  it('a step-up (RFC 9470) leaves the session alive', () =>
    expect(
      read('', challenge('Bearer error="insufficient_user_authentication", acr_values="urn:mfa", max_age=5')),
    ).toBeUndefined());

  it('does not make a 403 an ending', () =>
    expect(read('', challenge('Bearer error="invalid_token"'), 403)).toBeUndefined());

  it('a long one is read in no time', () => {
    const start = performance.now();
    read('', challenge('Bearer error '.repeat(20_000)));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('about something else:', () => {
  it.each([
    'invalid_api_key',
    'API_KEY_EXPIRED',
    'api-key-revoked',
    'magic_link_expired',
    'exchange_code_expired',
    'invalid_credentials',
    'INVALID_CREDENTIAL',
    'wrong_password',
    'password_incorrect',
    'csrf_token_missing',
    'EBADCSRFTOKEN',
    'xsrf-mismatch',
    'insufficient_user_authentication',
    'insufficient_scope',
  ])('%s says nothing of the session, wherever it stands', (code) => {
    for (const body of [
      { error: code },
      { code },
      { error_code: code },
      { error: { code } },
      { type: base + code },
    ])
      expect(read(body)).toBeUndefined();
    expect(readEnding(reply(419, { code }), { endedStatuses: [419] })).toBeUndefined();
  });

  it.each([
    'checkout_session_expired',
    'upload-session-expired',
    'session_expired_soon',
    'token_expired',
    'invalid_token',
    'Unauthorized',
    'credentials_required',
    'constructor',
    '__proto__',
    'session expired',
    'Your link says session_expired',
    'pre-session_expired',
  ])('%s is no ending: a hint at most', (code) => {
    for (const body of [{ error: code }, { code }, { type: base + code }])
      expect(read(body)).toMatchObject(hint);
    expect(namedEnding({ code })).toBeUndefined();
  });

  it('a path on the way to the last segment says nothing', () => {
    expect(namedEnding({ type: 'https://example.com/session-expired/other' })).toBeUndefined();
    expect(read({ type: 'https://example.com/api-keys/unauthorized' })).toMatchObject(hint);
  });

  it('a sentence is never parsed', () =>
    expect(
      read({ message: 'session_expired', detail: 'session_expired', title: 'Session Expired' }),
    ).toMatchObject(hint));

  it('a page is no answer: a portal or a proxy may have sent it', () => {
    expect(read('<!doctype html><title>Sign in</title>')).toBeUndefined();
    expect(read('\n  <html>', { 'content-type': 'text/html' })).toBeUndefined();
  });
});

describe('statuses', () => {
  it.each([undefined, null, '', 'Unauthorized', {}, [], { statusCode: 401 }, { error: { code: 401 } }, 7])(
    'a bare 401 (%j) is a hint',
    (body) => expect(read(body)).toEqual(hint),
  );

  it.each([0, 200, 204, 302, 303, 400, 404, 407, 408, 409, 410, 418, 419, 422, 429, 440, 500, 502, 503, 511])(
    '%i says nothing, even with a code',
    (status) => {
      expect(read(asterwise, {}, status)).toBeUndefined();
      expect(read('', {}, status)).toBeUndefined();
    },
  );

  it('a 403 speaks for the session only by name', () => {
    expect(read('', {}, 403)).toBeUndefined();
    expect(read({ error: 'forbidden' }, {}, 403)).toBeUndefined();
    expect(read({ type: base + 'session-expired' }, problemJson, 403)).toMatchObject({
      reason: 'expired',
      certain: true,
    });
  });

  it.each([419, 440])('%i ends the session where the site says so, HTML or not', (status) => {
    for (const body of ['', '<html>Page Expired</html>', { message: 'CSRF token mismatch.' }])
      expect(readEnding(reply(status, body), { endedStatuses: [419, 440] })).toMatchObject({
        reason: 'expired',
        certain: true,
      });
    expect(readEnding(reply(status, ''), { endedStatuses: [] })).toBeUndefined();
  });

  it('a code says more than the status', () =>
    expect(readEnding(reply(419, { code: 'SESSION_REVOKED' }), { endedStatuses: [419] })).toMatchObject({
      reason: 'revoked',
    }));

  it.each([401, 403])('%i declared to end the session does, for no stated reason', (status) =>
    expect(readEnding(reply(status, ''), { endedStatuses: [status] })).toEqual({
      reason: 'unknown',
      certain: true,
    }),
  );

  it.each([200, 302, 407, 429, 500, 503])('%i never ends a session, declared or not (law 4)', (status) =>
    expect(readEnding(reply(status, asterwise), { endedStatuses: [status] })).toBeUndefined(),
  );
});

describe('details', () => {
  const expired = (more: object, headers?: Record<string, string>) =>
    read({ code: 'SESSION_EXPIRED', ...more }, headers)!;

  it('the request’s id, from the body or the header', () => {
    expect(expired({ request_id: 'req_1' }).requestId).toBe('req_1');
    expect(expired({ requestId: 'a:b.c-d' }).requestId).toBe('a:b.c-d');
    expect(expired({}, { 'x-request-id': 'h1' }).requestId).toBe('h1');
    expect(expired({ request_id: 'b1' }, { 'x-request-id': 'h1' }).requestId).toBe('b1');
    expect(expired({ request_id: 'no id!' }, { 'x-request-id': 'h1' }).requestId).toBe('h1');
    expect(read('', { 'x-request-id': 'h1' })).toEqual({ ...hint, requestId: 'h1' });
  });

  it.each(['x'.repeat(65), 'a b', 'a/b', '<b>', '', 'é', 'a\nb', {}, null])('no id: %j', (request_id) =>
    expect(expired({ request_id }).requestId).toBeUndefined(),
  );

  it.each([
    'https://example.com/errors#session_expired',
    'http://localhost:8001/docs',
    'HTTPS://EXAMPLE.COM/',
  ])('a page about it: %s', (doc_url) => expect(expired({ doc_url }).docUrl).toBe(doc_url));

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com/',
    '//example.com/',
    '/docs/session-expired',
    'about:blank',
    'urn:ietf:params:x',
    ' https://example.com/',
    'https://example.com/\nx',
    'https://user:secret@example.com/',
    'https://example.com/?token=secret',
    'https://',
  ])('no page: %j', (doc_url) => expect(expired({ doc_url }).docUrl).toBeUndefined());

  it('the type is the page where it is an address, and where the documented one is no good', () => {
    expect(expired({ type: `${base}x` }).docUrl).toBe(`${base}x`);
    expect(expired({ doc_url: 'javascript:1', type: `${base}x` }).docUrl).toBe(`${base}x`);
    expect(expired({ doc_url: 'https://example.com/d', type: `${base}x` }).docUrl).toBe(
      'https://example.com/d',
    );
  });

  it('a sentence, trimmed to 300 characters', () => {
    expect(expired({ detail: '  It ended.  ' }).detail).toBe('It ended.');
    expect(expired({ message: 'It ended.' }).detail).toBe('It ended.');
    expect(expired({ detail: 'a b '.repeat(200) }).detail).toHaveLength(300);
    expect(expired({ detail: ['It ended.'] }).detail).toBeUndefined();
  });

  it.each(['eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2lnbmF0dXJl', '0123456789abcdef0123'])(
    'law 7: %s is copied nowhere',
    (token) => {
      const body = {
        code: token,
        error: 'SESSION_EXPIRED',
        detail: `Token ${token} ended`,
        token,
        message: token,
      };
      expect(JSON.stringify(read(body))).not.toContain(token);
      expect(read(body)!.detail).toBe('Token … ended');
      expect(JSON.stringify(read({ code: token, detail: token }))).not.toContain(token);
    },
  );

  it('a code nobody knows is not copied: it could be a one-time code', () =>
    expect(read({ code: '123456' })).toEqual(hint));

  it('a code longer than 64 characters is none', () =>
    expect(namedEnding({ code: `session${'_'.repeat(60)}expired` })).toBeUndefined());
});

describe('whatever the body', () => {
  const members = [
    'error',
    'code',
    'error_code',
    'type',
    'request_id',
    'doc_url',
    'detail',
    'message',
    'errors',
    '__proto__',
  ];
  const values = fc.oneof(
    fc.constantFrom('session_expired', 'SESSION-REVOKED', `${base}session-not-found`, 'https://x', 401, null),
    fc.jsonValue(),
  );
  const { body } = fc.letrec((tie) => ({
    body: fc.dictionary(fc.oneof(fc.constantFrom(...members), fc.string()), tie('value')),
    value: fc.oneof({ depthSize: 'small' }, values, tie('body')),
  }));
  const anything = fc.oneof(body, fc.jsonValue(), fc.string(), fc.anything({ withNullPrototype: true }));
  const status = fc.oneof(
    fc.constantFrom(401, 403, 419, 440, 407, 429, 503),
    fc.integer({ min: 0, max: 999 }),
  );
  const header = fc.option(fc.oneof(fc.constantFrom('Bearer error="invalid_token"'), fc.string()), {
    nil: null,
  });

  it('nothing throws, and all that is copied is within its bounds', () =>
    fc.assert(
      fc.property(anything, status, fc.array(status), header, (body, status, endedStatuses, value) => {
        const ending = readEnding({ status, headers: { get: () => value }, body }, { endedStatuses });
        if (!ending) return;
        expect(status === 401 || status === 403 || endedStatuses.includes(status)).toBe(true);
        expect(status >= 400 && status < 500 && status !== 407 && status !== 429).toBe(true);
        expect(ending.code ?? 'x').toMatch(/^[\w.-]{1,64}$/);
        expect(ending.requestId ?? 'x').toMatch(/^[\w.:-]{1,64}$/);
        expect(ending.docUrl ?? 'https://x').toMatch(/^https?:\/\//i);
        expect((ending.detail ?? '').length).toBeLessThanOrEqual(300);
        if (!ending.certain) expect(ending).toMatchObject({ reason: 'unknown', code: undefined });
      }),
      { numRuns: 2000 },
    ));

  it('without headers a null id is none', () =>
    expect(readEnding({ status: 401, headers: { get: () => null }, body: '' })).toEqual(hint));
});
