import { expect, it } from 'vitest';
import { createSessions, idOf, type SessionKind } from './sessions.ts';

function open(kind: SessionKind = 'dashboard') {
  const clock = { now: 1_000_000 };
  const sessions = createSessions(() => clock.now);
  const { token, session } = sessions.open({ kind, user: 'vera', lifetime: 60_000 });
  return { clock, sessions, token, id: session.id };
}

it('ends at the moment that was stated at its creation', () => {
  const { clock, sessions, id } = open();
  clock.now += 59_999;
  expect(sessions.look(id)).toMatchObject({ state: 'live', session: { expiresAt: 1_060_000 } });
  clock.now += 1;
  expect(sessions.look(id).state).toBe('expired');
});

it('is found by its token, of which it keeps a digest only', () => {
  const { sessions, token, id } = open();
  expect(idOf(token)).toBe(id);
  expect(JSON.stringify(sessions.look(id))).not.toContain(token);
});

it('gets a full life by a renewal', () => {
  const { clock, sessions, id } = open();
  clock.now += 50_000;
  expect(sessions.renew(id)).toMatchObject({ session: { expiresAt: 1_110_000, renewals: 1 } });
});

it('of a flow is not renewed', () => {
  const { clock, sessions, id } = open('flow');
  clock.now += 50_000;
  expect(sessions.renew(id)).toMatchObject({ session: { expiresAt: 1_060_000, renewals: 0 } });
});

it('is revived neither by a renewal nor by a clock set back', () => {
  const { clock, sessions, id } = open();
  clock.now += 60_000;
  expect(sessions.renew(id).state).toBe('expired');
  clock.now -= 30_000;
  expect(sessions.renew(id).state).toBe('expired');
});

it('keeps the first reason of an end', () => {
  const { clock, sessions, id } = open();
  sessions.end(id, 'revoked');
  clock.now += 60_000;
  expect(sessions.look(id).state).toBe('revoked');
  sessions.end(id, 'expired');
  expect(sessions.look(id).state).toBe('revoked');
});

it('is forgotten when it ended long ago', () => {
  const { clock, sessions, id } = open();
  clock.now += 60_000 + 3_600_000 + 1;
  sessions.open({ kind: 'flow', user: 'vera', lifetime: 60_000 });
  expect(sessions.look(id).state).toBe('not-found');
});
