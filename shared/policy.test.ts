import { expect, it } from 'vitest';
import { readPolicy } from './policy.ts';

it('has every default where nothing is set', () => {
  expect(readPolicy({})).toEqual({
    policy: {
      idleTimeout: undefined,
      sessionUrl: undefined,
      path: undefined,
      unit: undefined,
      renewUrl: undefined,
      renewMethod: 'POST',
      renewPath: undefined,
      renewByPage: false,
      warnBefore: undefined,
      keepFresh: false,
      endedStatuses: [],
      noExpiry: false,
    },
    problems: [],
  });
});

it('reads what a site writes', () => {
  const { policy, problems } = readPolicy({
    idleTimeout: 'PT20M',
    expiresAtPath: '/session/end',
    expiresAtUnit: 'epoch-s',
    renewBy: 'page',
    warnBefore: '2m',
    keepFresh: 'active',
    endedStatuses: '419 440',
    noExpiry: true,
  });
  expect(problems).toEqual([]);
  expect(policy).toMatchObject({
    idleTimeout: 1_200_000,
    path: '/session/end',
    renewPath: '/session/end',
    unit: 'epoch-s',
    renewByPage: true,
    warnBefore: 120_000,
    keepFresh: true,
    endedStatuses: [419, 440],
    noExpiry: true,
  });
});

it.each([
  ['idleTimeout', '20 minutes', 'idleTimeout'],
  ['idleTimeout', '0', 'idleTimeout'],
  ['expiresAtPath', 'session.expires_at', 'path'],
  ['expiresAtUnit', 'minutes', 'unit'],
  ['renewBy', 'magic', 'renewByPage'],
  ['renewMethod', 'DELETE', 'renewMethod'],
  ['keepFresh', 'always', 'keepFresh'],
  ['endedStatuses', '200', 'endedStatuses'],
  ['warnBefore', '20s', 'warnBefore'],
] as const)(
  'refuses %s=%j by name, says what would be right, and keeps the default',
  (field, value, kept) => {
    const { policy, problems } = readPolicy({ [field]: value });
    expect(problems).toEqual([
      expect.objectContaining({ field, found: value, expected: expect.any(String) }),
    ]);
    expect(policy[kept]).toEqual(readPolicy({}).policy[kept]);
  },
);

it('takes a warning of less than 80 s, and says that it is late', () => {
  const { policy, problems } = readPolicy({ warnBefore: '30s' });
  expect(policy.warnBefore).toBe(30_000);
  expect(problems).toMatchObject([{ code: 'warn-late', field: 'warnBefore' }]);
});
