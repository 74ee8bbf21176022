import { expect, it } from 'vitest';
import { presetsFor } from './presets-for.ts';

it.each<[what: string, address: string, keys: string[], cookies: string[], expected: object[]]>([
  [
    'by its address',
    'https://asterwise.com/dashboard/a',
    [],
    [],
    [{ preset: 'asterwise', address: 'https://asterwise.com/' }],
  ],
  [
    'by what its page keeps, below its own path',
    'http://127.0.0.1:4310/arcp/dashboard?x',
    ['arcp-admin-token'],
    [],
    [{ preset: 'arcp', address: 'http://127.0.0.1:4310/arcp/' }],
  ],
  [
    'by a cookie',
    'https://leads.example.com/other',
    [],
    ['trust-leads-refresh'],
    [{ preset: 'trust-leads', address: 'https://leads.example.com/' }],
  ],
  ['not by a name in its host', 'https://asterwise.com.evil.example/', [], [], []],
  ['not elsewhere', 'about:blank', ['arcp-admin-token'], [], []],
])('A system is known %s', (_what, address, keys, cookies, expected) => {
  const found = presetsFor(
    address,
    { keys },
    cookies.map((name) => ({ name })),
  );
  expect(found).toMatchObject(expected);
  expect(found).toHaveLength(expected.length);
});
