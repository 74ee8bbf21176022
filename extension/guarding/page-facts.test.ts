import { describe, expect, it } from 'vitest';
import { factsOf, type PageEdge } from './page-facts.ts';

const now = 1_795_176_000_000;
const end = now + 3_600_000;

const storage = (items: Record<string, string>): ReturnType<PageEdge['storage']> => ({
  length: Object.keys(items).length,
  key: (at) => Object.keys(items)[at] ?? null,
  getItem: (key) => items[key] ?? null,
});
const page = (how: Partial<PageEdge> = {}): PageEdge => ({
  href: 'https://app.example.com/dashboard?secret=1#a',
  title: 'Example',
  cookie: () => '',
  storage: () => storage({}),
  element: () => null,
  meta: () => null,
  hasPassword: () => false,
  ...how,
});
const element = (attributes: Record<string, string>) => ({
  getAttribute: (name: string) => attributes[name] ?? null,
});

describe('A page', () => {
  it('tells names and moments, and no value', () => {
    const local = { session_expires_at: `${end / 1000}`, token: 'secret-value', n: `${end / 1000}` };
    const facts = factsOf(
      page({
        storage: (area) => storage(area === 'local' ? local : {}),
        cookie: () => 'sid=secret-value; theme=dark; =x',
      }),
      now,
    );
    expect(facts).toEqual({
      title: 'Example',
      path: '/dashboard',
      items: [{ area: 'local', key: 'session_expires_at', stated: { how: { as: 'moment' }, endsAt: end } }],
      keys: ['session_expires_at', 'token', 'n'],
      cookies: ['sid', 'theme'],
      forbids: false,
      signsIn: false,
    });
  });

  it('tells of its element only what it shows, and a look of its own origin', () => {
    const given = {
      phase: 'active',
      'ends-at': new Date(end).toISOString(),
      'session-url': '/api/session?x=1',
    };
    expect(factsOf(page({ element: () => element(given) }), now).element).toEqual({
      phase: 'active',
      endsAt: end,
      look: '/api/session',
    });
    const strange = { phase: 'alive', 'ends-at': '2099', 'session-url': 'https://evil.example/a' };
    expect(factsOf(page({ element: () => element(strange) }), now).element).toEqual({ phase: '' });
  });

  it('may forbid that it is kept fresh', () =>
    expect(factsOf(page({ meta: () => 'other, no-keep-fresh' }), now).forbids).toBe(true));

  it('may throw at anything', () => {
    const no = () => {
      throw new Error('SecurityError');
    };
    const facts = factsOf(page({ storage: no, cookie: no, element: no, meta: no, hasPassword: no }), now);
    expect(facts).toMatchObject({ items: [], keys: [], cookies: [], forbids: false, signsIn: false });
  });

  it('may keep very much', () => {
    const items = Object.fromEntries(
      Array.from({ length: 2000 }, (_, at) => [`session_expires_at_${at}`, `${end / 1000}`]),
    );
    const facts = factsOf(page({ storage: (area) => storage(area === 'local' ? items : {}) }), now);
    expect([facts.keys.length, facts.items.length]).toEqual([500, 50]);
  });
});
