import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasons } from '../../shared/ending.ts';
import { readProfiles } from './read-profile.ts';
import { example, siteOf, written } from './testing/example.ts';

const least = { id: 'least', name: 'Least', match: ['https://app.example.com/*'] };
const problemsWith = (members: object) => readProfiles(written({ ...example(), ...members })).problems;
const fieldsWith = (members: object) => problemsWith(members)?.map(({ field }) => field);

describe('what is whole', () => {
  it('reads the example of the contract, durations in ms', () => {
    const site = siteOf();
    expect(site).toEqual({
      ...example(),
      expiry: [...example().expiry.slice(0, -1), { from: 'idle', timeout: 3_600_000, since: 'counted' }],
      siteRenews: 10_000,
      warnBefore: 120_000,
      keepFresh: { ...example().keepFresh, atMost: 28_800_000 },
    });
  });

  it('reads it from text too, with a byte order mark as editors leave one', () =>
    expect(readProfiles('\uFEFF' + JSON.stringify(written(example()))).profiles).toEqual([siteOf()]));

  it('fills in what is not said', () =>
    expect(readProfiles(written(least)).profiles).toEqual([
      { ...least, hosts: [], perHost: false, expiry: [], signs: [], prompt: 'guard', theme: 'default' },
    ]));

  it.each([
    ['signIn', { url: '/' }, { url: '/', target: 'new' }],
    ['keepFresh', { by: 'reload' }, { by: 'reload', while: 'active' }],
    ['keepFresh', { by: 'request', url: '.' }, { by: 'request', url: '.', method: 'POST', while: 'active' }],
    [
      'keepFresh',
      { by: 'reload', while: 'open', idle: '20m' },
      { by: 'reload', while: 'open', idle: 1_200_000, atMost: 3_600_000 },
    ],
  ])('fills in what is not said of %s: %j', (member, given, filled) =>
    expect(siteOf({ [member]: given })).toMatchObject({ [member]: filled }),
  );

  it.each(reasons)('takes the reason %s', (reason) =>
    expect(siteOf({ signs: [{ url: '/*', status: 401, means: 'ended', reason }] }).signs[0]).toMatchObject({
      reason,
    }),
  );

  it.each([
    { url: 'https://api.example.com/session' },
    { url: 'https://app.example.com/anywhere' },
    { url: '/a', headers: { 'X-Requested-With': 'session-guard' } },
  ])('takes the look %j', (look) => expect(fieldsWith({ look })).toBeUndefined());

  it('lets only the sign-in be elsewhere', () =>
    expect(fieldsWith({ signIn: { url: 'https://login.example.net/start?to=app' } })).toBeUndefined());

  it('starts an idle limit at a sign by its name', () => {
    const signs = [{ name: 'signed-in', cookie: 'sid', gone: false, means: 'look' }];
    const since = (name: string) =>
      fieldsWith({ signs, expiry: [{ from: 'idle', timeout: '8h', since: name }] });
    expect(since('signed-in')).toBeUndefined();
    expect(since('input')).toBeUndefined();
    expect(since('nobody')).toEqual(['sites[0].expiry[0].since']);
  });
});

describe('what is refused, by its place', () => {
  it.each<[field: string, code: string, members: object]>([
    ['colour', 'unknown-member', { colour: 'red' }],
    ['constructor', 'unknown-member', { constructor: 1 }],
    ['look.method', 'unknown-member', { look: { url: '/a', method: 'POST' } }],
    ['signs[0].when', 'unknown-member', { signs: [{ url: '/*', when: 1, means: 'look' }] }],
    ['expiry[0].as', 'unknown-member', { expiry: [{ from: 'element', as: 'jwt' }] }],
    ['keepFresh.url', 'unknown-member', { keepFresh: { by: 'reload', url: '/' } }],
    ['signs[0].means', 'missing-member', { signs: [{ url: '/*' }] }],
    ['expiry[0].key', 'missing-member', { expiry: [{ from: 'storage', area: 'local' }] }],
    ['id', 'bad-value', { id: 'two words' }],
    ['name', 'bad-value', { name: '' }],
    ['perHost', 'bad-value', { perHost: 'yes' }],
    ['prompt', 'bad-value', { prompt: 'loud' }],
    ['expiry', 'bad-value', { expiry: {} }],
    ['expiry[1].from', 'bad-value', { expiry: [{ from: 'element' }, { from: 'guess' }] }],
    ['expiry[0].path', 'bad-value', { expiry: [{ from: 'response', url: '/a', path: 'exp' }] }],
    ['expiry[0].unit', 'bad-value', { expiry: [{ from: 'cookie', name: 'a', unit: 'weeks' }] }],
    ['expiry[0].timeout', 'bad-value', { expiry: [{ from: 'idle', timeout: 'soon' }] }],
    ['expiry[0].timeout', 'bad-value', { expiry: [{ from: 'idle', timeout: 0 }] }],
    ['signs[0].status', 'bad-value', { signs: [{ url: '/*', status: '4x', means: 'look' }] }],
    ['signs[0].status', 'bad-value', { signs: [{ url: '/*', status: [], means: 'look' }] }],
    ['signs[0].method', 'bad-value', { signs: [{ url: '/*', method: 'get', means: 'look' }] }],
    ['signs[0].reason', 'bad-value', { signs: [{ url: '/*', means: 'ended', reason: 'bored' }] }],
    ['siteRenews', 'bad-value', { siteRenews: '-1s' }],
    [
      'keepFresh.csrf.header',
      'bad-value',
      {
        keepFresh: { by: 'request', url: '/a', csrf: { from: 'cookie', name: 'a', header: 'Authorization' } },
      },
    ],
    ['warnBefore', 'bad-value', { warnBefore: '24s' }],
  ])('%s: %s', (field, code, members) =>
    expect(problemsWith(members)).toMatchObject([{ field: `sites[0].${field}`, code }]),
  );

  it('names what was found and what would be right, in words', () => {
    expect(problemsWith({ prompt: 'loud' })).toEqual([
      { code: 'bad-value', field: 'sites[0].prompt', found: 'loud', expected: 'guard, site, badge' },
    ]);
    expect(problemsWith({ perHost: 'yes' })?.[0]?.expected).toBe('true or false');
    expect(problemsWith({ expiry: [{ from: 'guess' }] })?.[0]?.expected).toContain('element, look, header');
    expect(problemsWith({ siteRenews: 'soon' })?.[0]?.expected).toContain('90s');
    expect(problemsWith({ expiry: [7] })?.[0]?.expected).toBe('an object');
    expect(problemsWith({ signs: [{ url: '/*', status: 999, means: 'look' }] })?.[0]?.expected).toContain(
      '"2xx"',
    );
  });

  it.each<[field: string, members: object]>([
    ['signs[0].means', { signs: [{ means: 'look' }] }],
    ['signs[0].means', { signs: [{ url: '/*', page: 'form', means: 'look' }] }],
    ['signs[0].status', { signs: [{ page: 'form', status: 401, means: 'look' }] }],
    ['signs[0].gone', { signs: [{ cookie: 'sid', means: 'look' }] }],
    ['signs[0].gone', { signs: [{ url: '/*', gone: true, means: 'look' }] }],
    ['signs[0].is', { signs: [{ url: '/*', is: 1, means: 'look' }] }],
    ['signs[0].is', { signs: [{ url: '/*', at: '/a', header: 'b', is: 'c', means: 'look' }] }],
    ['signs[0].is', { signs: [{ url: '/*', header: 'b', is: 1, means: 'look' }] }],
    ['signs[0].means', { signs: [{ page: 'nav', means: 'alive' }] }],
    ['signs[0].reason', { signs: [{ url: '/*', means: 'alive', reason: 'expired' }] }],
    ['signs[0].name', { signs: [{ url: '/*', means: 'alive', name: 'counted' }] }],
    ['expiry[0].part', { expiry: [{ from: 'cookie', name: 'a', split: '|' }] }],
    ['expiry[0].part', { expiry: [{ from: 'cookie', name: 'a', part: 1 }] }],
    ['expiry[0].unit', { expiry: [{ from: 'cookie', name: 'a', as: 'jwt', unit: 'epoch-s' }] }],
    ['expiry[0].unit', { expiry: [{ from: 'cookie', name: 'a', as: 'json', unit: 'epoch-s' }] }],
    ['expiry[0].path', { expiry: [{ from: 'response', url: '/a', as: 'jwt' }] }],
    ['expiry[0].unit', { expiry: [{ from: 'response', url: '/a', unit: 'in-s' }] }],
    ['expiry[0].split', { expiry: [{ from: 'response', url: '/a', path: '/b', split: '|', part: 0 }] }],
    ['look', { look: undefined, expiry: [{ from: 'look' }] }],
    ['keepFresh.idle', { keepFresh: { by: 'reload', while: 'open' } }],
    ['keepFresh.atMost', { keepFresh: { by: 'reload', while: 'open', idle: '1h', atMost: '9h' } }],
    ['keepFresh.body', { keepFresh: { by: 'request', url: '/a', method: 'GET', body: 'a' } }],
    [
      'keepFresh.csrf',
      { keepFresh: { by: 'request', url: '/a', method: 'GET', csrf: example().keepFresh.csrf } },
    ],
  ])('members that do not go together: %s in %j', (field, members) =>
    expect(fieldsWith(members)).toEqual([`sites[0].${field}`]),
  );

  it.each<[field: string, members: object]>([
    ...[
      '<all_urls>',
      '*://*/*',
      'https://*.com/*',
      'ftp://a.example.com/*',
      'file:///*',
      'javascript:alert(1)',
    ].map((match): [string, object] => ['match[0]', { match: [match] }]),
    ['match', { match: [] }],
    ['hosts[0]', { hosts: ['https://Api.Example.com/*'] }],
    ...[
      'https://other.example/session',
      'http://app.example.com/session',
      'https://app.example.com:8443/session',
      'https://app.example.com@other.example/',
      'https://user@app.example.com/session',
      '//other.example/session',
      '/\\other.example/session',
      '/\t/other.example/session',
      'https:other.example',
      'javascript:alert(1)',
      'data:text/json,{}',
      'session',
      '/api/*',
      '.',
    ].map((url): [string, object] => [
      'look.url',
      { look: { url }, match: ['https://app.example.com:443/*'] },
    ]),
    ['keepFresh.url', { keepFresh: { by: 'request', url: 'https://other.example/' } }],
    ['signIn.url', { signIn: { url: 'javascript:alert(1)' } }],
    ['signIn.url', { signIn: { url: '//other.example/' } }],
    ['expiry[0].url', { expiry: [{ from: 'response', url: 'https://other.example/*' }] }],
    ['signs[0].url', { signs: [{ url: 'https://*.example.com/*', means: 'look' }] }],
    ['signs[0].except[0]', { signs: [{ url: '/*', except: ['https://other.example/*'], means: 'look' }] }],
  ])('an unsafe address: %s in %j', (field, members) =>
    expect(fieldsWith(members)).toEqual([`sites[0].${field}`]),
  );

  it.each([
    'Authorization',
    'Cookie',
    'Host',
    'Origin',
    'Proxy-Authorization',
    'Sec-Fetch-Site',
    'two words',
  ])('the header %j', (name) =>
    expect(problemsWith({ look: { url: '/a', headers: { [name]: 'x' } } })).toHaveLength(1),
  );

  it('a header of two lines, and more than 1 kB of a body, counted in bytes', () => {
    expect(fieldsWith({ look: { url: '/a', headers: { 'X-A': 'b\r\nCookie: c' } } })).toEqual([
      'sites[0].look.headers.X-A',
    ]);
    const body = (text: string) => fieldsWith({ keepFresh: { by: 'request', url: '/a', body: text } });
    expect(body('x'.repeat(1024))).toBeUndefined();
    expect(body('é'.repeat(513))).toEqual(['sites[0].keepFresh.body']);
  });

  it('two sites of one id, and with them the good ones', () =>
    expect(readProfiles(written(example(), least, example()))).toEqual({
      problems: [
        {
          code: 'duplicate-id',
          field: 'sites[2].id',
          found: 'example',
          expected: 'an id that no other site has',
        },
      ],
    }));

  const circle: { self?: unknown } = {};
  circle.self = circle;
  const throwing = {
    get version(): number {
      throw new Error('no');
    },
  };
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  it.each<[code: string, given: unknown]>([
    ['not-json', ''],
    ['not-json', '{'],
    ['not-json', undefined],
    ['not-json', () => 1],
    ['not-json', 1n],
    ['not-json', circle],
    ['not-json', throwing],
    ['bad-value', 'null'],
    ['bad-value', 7],
    ['missing-member', []],
    ['missing-member', { version: 1 }],
    ['bad-value', { version: 2, sites: [] }],
    ['unknown-member', { version: 1, sites: [], more: 1 }],
    ['unknown-member', '{"version":1,"sites":[],"__proto__":{"a":1}}'],
    ['too-long', ' '.repeat(1024 * 1024) + '{}'],
    ['too-long', { version: 1, sites: ['é'.repeat(600_000)] }],
    ['too-deep', nested(22)],
    ['too-deep', nested(400_000)],
    ['too-many-sites', { version: 1, sites: new Array(1001).fill(0) }],
  ])('the whole document: %s', (code, given) =>
    expect(readProfiles(given)).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code })]),
    }),
  );

  it('quotes nothing that could be a token', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N';
    expect(
      JSON.stringify(problemsWith({ prompt: token, theme: 1, look: { url: `//${token}` } })),
    ).not.toContain('eyJ');
  });

  it('names at most a hundred problems', () =>
    expect(readProfiles(written({}, ...new Array(500).fill({}))).problems).toHaveLength(100));
});

const members: Record<string, fc.Arbitrary<unknown>> = { extra: fc.jsonValue() };
for (const [member, value] of Object.entries(example()))
  members[member] = fc.oneof(fc.constant(value), fc.jsonValue());
const sitesOfAll = fc.record(members, { requiredKeys: ['id', 'name', 'match'] });

describe('whatever comes', () => {
  const isWhole = (given: unknown) => {
    const read = readProfiles(given);
    const { profiles, problems } = read;
    expect(Object.keys(read)).toHaveLength(1);
    if (problems) expect(problems.length).toBeGreaterThan(0);
    for (const { expected } of problems ?? []) expect(expected).not.toMatch(/^$|Invalid|undefined|Object/);
    if (profiles) expect(Array.isArray(profiles)).toBe(true);
  };
  it('never throws, and is refused whole or read whole', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }), isWhole),
    );
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), isWhole));
  });
  it('also where nearly all is right', () => {
    fc.assert(
      fc.property(fc.array(sitesOfAll, { maxLength: 3 }), (sites) => {
        isWhole({ version: 1, sites });
        if (sites.some((site) => 'extra' in site))
          expect(readProfiles({ version: 1, sites }).profiles).toBeUndefined();
      }),
    );
  });
});
