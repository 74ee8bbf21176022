import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presets } from '../profile/presets.ts';
import { isPageOf } from '../profile/match.ts';
import { readProfiles } from '../profile/read-profile.ts';
import {
  answered,
  cleanName,
  freeId,
  makeFromPreset,
  makeProfile,
  withAnswer,
  type Answer,
} from './make-profile.ts';
import { isPersonal, pathAt } from './path.ts';
import { writtenDuration, type WrittenSite } from './written.ts';

const wish = { origin: 'https://app.example.com', name: 'Example' };
const made = (answer: Answer, how?: Parameters<typeof makeProfile>[2]) =>
  makeProfile(wish, answer, how).site!;
const read = (site: WrittenSite) => readProfiles({ version: 1, sites: [site] });

describe('A profile that is made', () => {
  it('watches where nobody knows', () =>
    expect(made({ how: 'watch' }, { path: '/dashboard' })).toEqual({
      id: 'app.example.com',
      name: 'Example',
      match: ['https://app.example.com/*'],
      hosts: [],
      expiry: [],
      signs: [],
      signIn: { url: '/dashboard' },
    }));

  it('counts from the last request where the person was away', () => {
    const site = made({ how: 'away', ms: 90 * 60_000 });
    expect(read(site).profiles![0]!.expiry).toEqual([{ from: 'idle', timeout: 5_400_000, since: 'counted' }]);
    expect(site.signs).toEqual([{ url: '/*', status: '2xx', means: 'counted' }]);
    expect(site.keepFresh).toMatchObject({ by: 'request', url: '.', method: 'GET', while: 'active' });
  });

  it('counts from the cookie that a sign-in writes, and does not pretend to put that off', () => {
    const site = made({ how: 'fixed', ms: 28_800_000, cookie: 'sid' });
    expect(site.expiry).toEqual([{ from: 'idle', timeout: '8h', since: 'signed-in' }]);
    expect(site.signs).toEqual([{ name: 'signed-in', cookie: 'sid', gone: false, means: 'counted' }]);
    expect(site.keepFresh).toBeUndefined();
    expect(read(site).problems).toBeUndefined();
  });

  it('asks for the host above and for the look where the place needs them', () => {
    const cookie = made({
      how: 'tells',
      source: { from: 'cookie', name: 'sid' },
      reach: 'https://example.com/*',
    });
    expect(cookie.hosts).toEqual(['https://example.com/*']);
    const look = made({ how: 'tells', source: { from: 'look' }, look: '/api/session' });
    expect(look.look).toEqual({ url: '/api/session' });
    expect([read(cookie).problems, read(look).problems]).toEqual([undefined, undefined]);
  });

  it('asks the site for nothing where the page keeps the sign-in', () =>
    expect(
      made({ how: 'tells', source: { from: 'storage', area: 'local', key: 'token', as: 'jwt' } }).keepFresh,
    ).toBeUndefined());

  it.each([
    ['http://localhost', 'localhost'],
    ['http://localhost:8080', 'localhost-8080'],
    ['http://127.0.0.1:4310', '127.0.0.1-4310'],
    ['http://[::1]:3000', '1-3000'],
    ['https://bücher.example', 'xn--bcher-kva.example'],
    ['https://app.example.com:8443', 'app.example.com-8443'],
    ['https://under_score.example.com', 'under_score.example.com'],
  ])('is of %s', (origin, id) => {
    const { site } = makeProfile({ origin, name: '' }, { how: 'watch' });
    expect(site).toMatchObject({ id, name: new URL(origin).host });
    expect(isPageOf(site as { match: string[] }, `${new URL(origin).origin}/a?b`)).toBe(true);
  });

  it.each([
    'null',
    '',
    'about:blank',
    'chrome://extensions',
    'file:///etc',
    'ftp://a.example',
    'https://a@b.example',
  ])('is refused for %s', (origin) =>
    expect(makeProfile({ origin, name: 'a' }, { how: 'watch' }).problem?.code).toBe('not-a-site'),
  );

  it('takes another id where its own is taken', () =>
    expect(made({ how: 'watch' }, { taken: ['app.example.com', 'app.example.com-2'] }).id).toBe(
      'app.example.com-3',
    ));

  it('keeps no path that could be a secret, or that is none', () => {
    const signIn = (path: string) => made({ how: 'watch' }, { path }).signIn?.url;
    expect(signIn('/app/home')).toBe('/app/home');
    expect(signIn('/reset/3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c')).toBe('/');
    expect(signIn('/a*b')).toBe('/');
    expect(signIn('//evil.example/a')).toBe('/');
  });

  it('is always valid, or refused', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withQueryParameters: true }),
          fc.webAuthority().map((host) => `http://${host}`),
          fc.string(),
          fc.ipV6().map((ip) => `http://[${ip}]:99`),
        ),
        fc.string({ unit: 'binary', maxLength: 3000 }),
        fc.oneof(fc.webPath(), fc.string()),
        fc.integer({ min: 60_000, max: 34_560e6 }),
        fc.constantFrom('watch', 'away', 'fixed'),
        (origin, name, path, ms, how) => {
          const { site, problem } = makeProfile({ origin, name }, { how, ms, cookie: 'sid' } as Answer, {
            path,
          });
          expect(!site).toBe(!!problem);
          if (site) expect(read(site).problems).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    ));

  it.each(Object.keys(presets))('comes from a preset: %s', (preset) => {
    const { site } = makeFromPreset(preset, 'https://my.example.com/app/', { id: 'mine' });
    expect(site).toMatchObject({ id: 'mine', match: ['https://my.example.com/app/*'] });
    expect(makeFromPreset(preset, 'nowhere').problem?.code).toBe('not-a-site');
  });
});

describe('Another answer', () => {
  const away = made({ how: 'away', ms: 60_000 });

  it('replaces the places, and keeps what else the profile says', () => {
    const own = {
      ...away,
      warnBefore: '5m',
      signs: [{ url: '/api/*', status: 401, means: 'ended' as const }],
    };
    const next = withAnswer(own, answered({ how: 'fixed', ms: 60_000, cookie: 'sid' }, wish.origin));
    expect(next).toMatchObject({ warnBefore: '5m', expiry: [{ timeout: '1m', since: 'signed-in' }] });
    expect(next.signs).toHaveLength(2);
    expect(next.keepFresh).toBeUndefined();
    expect(read(next).problems).toBeUndefined();
  });

  it('given twice changes nothing', () => {
    const answer = answered({ how: 'away', ms: 60_000 }, wish.origin);
    expect(withAnswer(away, answer)).toEqual(away);
  });

  it('does not take away a way to keep fresh that somebody wrote', () => {
    const own = { ...away, keepFresh: { by: 'reload' as const } };
    expect(withAnswer(own, answered({ how: 'watch' }, wish.origin)).keepFresh).toEqual({ by: 'reload' });
  });

  it('takes the look along with the place that needs it', () => {
    const look = made({ how: 'tells', source: { from: 'look' }, look: '/api/session' });
    const next = withAnswer(look, answered({ how: 'watch' }, wish.origin));
    expect(next.look).toBeUndefined();
    expect(read(next).problems).toBeUndefined();
  });
});

describe('A name', () => {
  it.each([
    ['  (3)  Inbox\n\tExample ', '(3) Inbox Example'],
    ['\u202eelpmaxE\u202c', 'elpmaxE'],
    ['a\u0000b\u2028c', 'a b c'],
    ['\ud800', ''],
    ['\u200d\u200b', ''],
    ['نام\u200cه', 'نام\u200cه'],
  ])('is plain text: %j', (title, name) => expect(cleanName(title)).toBe(name));

  it('is cut between letters, not within them', () => {
    const name = cleanName('👩‍💻'.repeat(40));
    expect(name.length).toBeLessThanOrEqual(80);
    expect(name.replaceAll('👩‍💻', '')).toBe('…');
  });
});

it('An id is of letters that profiles take', () =>
  fc.assert(fc.property(fc.string(), (host) => /^[\w.-]{1,64}$/.test(freeId(host, [])))));

it.each([
  [1000, '1s'],
  [60_000, '1m'],
  [5_430_000, '1h30m30s'],
  [86_400_000, '1d'],
  [0, '1s'],
])('%i ms are written %s', (ms, text) => expect(writtenDuration(ms)).toBe(text));

it('A path is one of this origin', () => {
  expect(pathAt('/api/session?x=1', 'https://a.example')).toBe('/api/session');
  expect(pathAt('https://b.example/api', 'https://a.example')).toBeUndefined();
  expect(pathAt('javascript:1', 'https://a.example')).toBeUndefined();
  expect(isPersonal('/users/vera/settings')).toBe(false);
});
