import { expect, it } from 'vitest';
import { createSessions } from './sessions.ts';

function open() {
  const clock = { now: 1_000_000 };
  const sessions = createSessions(() => clock.now);
  const { id } = sessions.open({ user: 'ARCP', fingerprint: 'f', idleTimeout: 60_000 });
  return { clock, sessions, id };
}

it('ends at the idle timeout exactly', () => {
  const { clock, sessions, id } = open();
  clock.now += 59_999;
  expect(sessions.look(id).state).toBe('live');
  clock.now += 1;
  expect(sessions.look(id).state).toBe('expired');
});

it('slides by use, not by looks', () => {
  const { clock, sessions, id } = open();
  clock.now += 40_000;
  sessions.look(id);
  sessions.use(id, 'GET /agents');
  clock.now += 40_000;
  expect(sessions.look(id)).toMatchObject({ state: 'live', idleExpiresAt: 1_000_000 + 100_000 });
  clock.now += 20_000;
  expect(sessions.look(id).state).toBe('expired');
});

it('is revived neither by use nor by a clock set back', () => {
  const { clock, sessions, id } = open();
  clock.now += 60_000;
  const used = sessions.use(id, 'GET /agents');
  expect(used).toMatchObject({ state: 'expired', session: { lastUsedAt: 1_000_000, lastUse: 'sign-in' } });
  clock.now -= 30_000;
  expect(sessions.look(id).state).toBe('expired');
});

it('keeps the first reason of an end', () => {
  const { clock, sessions, id } = open();
  clock.now += 60_000;
  sessions.end(id, 'revoked');
  expect(sessions.look(id).state).toBe('expired');
});

it('forgets what ended long ago', () => {
  const { clock, sessions, id } = open();
  clock.now += 60_000 + 3_600_000 + 1;
  sessions.open({ user: 'ARCP', fingerprint: 'f', idleTimeout: 60_000 });
  expect(sessions.look(id).state).toBe('not-found');
});
