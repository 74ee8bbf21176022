import { madeUp, type MadeUp } from '../../../extension/popup/testing/made-up.ts';
import { accessFor } from '../../../extension/profile/match.ts';
import type { PastEnding } from '../../../extension/stored.ts';
import type { Stage } from './stage.ts';
import { day, hour, minute } from './state.ts';

/** The site that most pictures are about; `store`: the cookie store of Chromium's usual windows. */
export const orders = {
  name: 'Orders',
  host: 'orders.example',
  endsIn: 42 * minute,
  profile: { expiry: [{ from: 'look' }] },
  record: { store: '0' },
} satisfies MadeUp;

export const address = `https://${orders.host}/app`;

/** Nothing names its end. */
export const watched = (state: MadeUp['state'] = {}): MadeUp => ({
  ...orders,
  endsIn: 0,
  watched: true,
  canRenew: false,
  profile: { look: undefined },
  state,
});

export const few: MadeUp[] = [
  { name: 'Payroll', host: 'payroll.example', endsIn: 3 * hour + 10 * minute },
  { name: 'Travel', host: 'travel.example', endsIn: hour, state: { paused: 'person' } },
];

/** Two ends that agree, after half an hour away each. */
export const agreed = () => ({
  since: Date.now() - 6 * day,
  ends: [4, 1].map((days) => ({
    at: Date.now() - days * day,
    lastRequestAt: Date.now() - days * day - 30 * minute,
    changed: [{ what: 'cookie-gone' as const, name: 'sid' }],
  })),
});

/** Three ends before their time, the last by an administrator. */
export const ended = (): PastEnding[] => {
  const at = (days: number) => Date.now() - days * day - 25 * minute;
  const early = { reason: 'expired' as const, by: 'sign 1', path: '/api/orders' };
  return [
    { ...early, at: at(3), early: 12 * minute },
    { ...early, at: at(1), early: 14 * minute },
    {
      at: Date.now() - 4 * minute,
      reason: 'revoked',
      by: 'look',
      path: '/session',
      code: 'SESSION_REVOKED',
      requestId: 'req-7f3a91',
      early: 12 * minute,
    },
  ];
};

export const over = (): MadeUp => ({
  ...orders,
  ended: 'revoked',
  code: 'SESSION_REVOKED',
  requestId: 'req-7f3a91',
  state: { guardedAt: Date.now() - 9 * day, endings: ended() },
});

/** They are stored as guarded, and access is given to all but those `without`. */
export async function hold(stage: Stage, sites: MadeUp[], without: string[] = []): Promise<void> {
  const stored = madeUp(Date.now(), sites);
  await stage.store(stored as Record<string, unknown>);
  const { sites: profiles } = stored.profiles as { sites: { name: string; match: string[] }[] };
  const origins = profiles
    .filter(({ name }) => !without.includes(name))
    .flatMap(({ match }) => match.flatMap((pattern) => accessFor(pattern) ?? []));
  await stage.grant({ origins, permissions: ['cookies'] });
}
