import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameJson } from './same-json.ts';
import { meaningOf, type Happening, type Reply } from './signs.ts';
import { siteOf } from './testing/example.ts';

const site = siteOf();

function reply(
  url: string,
  status = 200,
  more: Partial<Reply> & { sent?: Record<string, string> } = {},
): Reply {
  const { sent, ...rest } = more;
  return {
    kind: 'reply',
    url: url.startsWith('/') ? `https://app.example.com${url}` : url,
    method: 'GET',
    status,
    headers: new Headers(sent),
    ...rest,
  };
}
const page = (shown: string): Happening => ({ kind: 'page', matches: (selector) => selector === shown });
const cookie = (name: string, gone: boolean): Happening => ({ kind: 'cookie', name, gone });

describe('the signs of the example', () => {
  it.each<[what: string, happening: Happening, means: string | undefined]>([
    ['a refused request', reply('/api/list', 401), 'ended'],
    [
      'a refused request at another host of the site',
      reply('https://api.example.com/api/list', 401),
      'ended',
    ],
    ['one at a stranger’s', reply('https://other.example/api/list', 401), undefined],
    ['one that is excepted', reply('/api/login', 401), undefined],
    ['a way to the sign-in', reply('/list', 302, { redirectTo: '/login?to=list' }), 'ended'],
    ['one in full', reply('/list', 302, { redirectTo: 'https://app.example.com/login' }), 'ended'],
    [
      'a way to a stranger’s sign-in',
      reply('/list', 302, { redirectTo: '//other.example/login' }),
      undefined,
    ],
    ['a way to nowhere', reply('/list', 302, { redirectTo: 'http://' }), undefined],
    ['nobody is signed in', reply('/api/me', 200, { json: { user: null } }), 'ended'],
    ['somebody is signed in', reply('/api/me', 200, { json: { user: { id: 1 } } }), 'alive'],
    ['nobody read the body', reply('/api/me', 200), 'alive'],
    ['a header says so', reply('/api/list', 200, { sent: { 'X-Error': 'signed-out' } }), 'ended'],
    ['a header says something else', reply('/api/list', 200, { sent: { 'X-Error': 'late' } }), 'counted'],
    ['a cookie is gone', cookie('sid.7', true), 'ended'],
    ['a cookie is written', cookie('sid.7', false), undefined],
    ['another cookie is gone', cookie('theme', true), undefined],
    ['the page shows the form', page('form#sign-in'), 'ended'],
    ['the page shows something else', page('form#search'), undefined],
    ['forbidden', reply('/api/list', 403), 'look'],
    ['used', reply('/list', 204), 'counted'],
    ['used by another method', reply('/list', 204, { method: 'POST' }), undefined],
    ['a ping', reply('/ping', 204), undefined],
  ])('%s', (_what, happening, means) => expect(meaningOf(site, happening)?.means).toBe(means));

  it('tell the reason that is given, and which sign it was', () => {
    const meaning = meaningOf(site, reply('/api/list', 200, { sent: { 'x-error': 'signed-out' } }));
    expect(meaning).toEqual({ means: 'ended', reason: 'signed-out', sign: site.signs[3] });
    expect(meaningOf(site, reply('/api/list', 401))).toEqual({ means: 'ended', sign: site.signs[0] });
  });
});

it('the first that holds decides', () => {
  const both = [
    { url: '/a', status: '2xx', means: 'alive' },
    { url: '/*', status: 200, means: 'ended' },
  ];
  const means = (signs: object[]) => meaningOf(siteOf({ signs }), reply('/a'))?.means;
  expect(means(both)).toBe('alive');
  expect(means(both.toReversed())).toBe('ended');
});

it.each<[sign: object, holds: boolean]>([
  [{ header: 'x-left' }, true],
  [{ header: 'x-none' }, false],
  [{ at: '/list' }, true],
  [{ at: '/none' }, false],
  [{ at: '/list', is: [1, { a: 'b' }] }, true],
  [{ at: '/list', is: [{ a: 'b' }, 1] }, false],
  [{ at: '', is: { list: [1, { a: 'b' }], no: null } }, true],
  [{ at: '/no', is: null }, true],
  [{ at: '/list', status: 404 }, false],
  [{ header: 'x-left', at: '/list', status: 200, method: 'GET' }, true],
])('all conditions of a sign must hold: %j is %s', (conditions, holds) => {
  const json = { no: null, list: [1, { a: 'b' }] };
  const happening = reply('/a', 200, { json, sent: { 'X-Left': '10' } });
  const signs = [{ url: '/a', means: 'look', ...conditions }];
  expect(meaningOf(siteOf({ signs }), happening)?.means).toBe(holds ? 'look' : undefined);
});

it.each([
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [[1, 2], { 0: 1, 1: 2 }, false],
  [{}, [], false],
  [0, false, false],
  [null, {}, false],
  [{ toString: {} }, { a: 1 }, false],
  ['', null, false],
])('as JSON, %j and %j: %s', (one, other, same) => expect(isSameJson(one, other)).toBe(same));

it('never throws, whatever happens', () => {
  const happenings = fc.oneof(
    fc.record({
      kind: fc.constant('reply' as const),
      url: fc.oneof(fc.string(), fc.webUrl(), fc.constant('https://app.example.com/api/me')),
      method: fc.string(),
      status: fc.integer(),
      headers: fc.constant(new Headers({ 'x-error': 'a' })),
      redirectTo: fc.option(fc.oneof(fc.string(), fc.webUrl()), { nil: undefined }),
      json: fc.anything(),
    }),
    fc.record({ kind: fc.constant('cookie' as const), name: fc.string(), gone: fc.boolean() }),
    fc.record({ kind: fc.constant('page' as const), matches: fc.func(fc.boolean()) }),
  );
  fc.assert(
    fc.property(happenings, (happening) => {
      const meaning = meaningOf(site, happening);
      if (meaning) expect(site.signs).toContain(meaning.sign);
    }),
  );
});
