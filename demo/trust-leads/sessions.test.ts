import { expect, it } from 'vitest';
import { createSessions } from './sessions.ts';

const begin = 1_000_000;

function open() {
  const clock = { now: begin };
  const sessions = createSessions(() => clock.now);
  const session = sessions.open({ user: 'Ada', lifetime: 60_000 });
  const { id, refreshToken: token } = session;
  return { clock, sessions, session, id, token };
}

it('dies of disuse at its lifetime exactly', () => {
  const { clock, sessions, token } = open();
  clock.now += 59_999;
  expect(sessions.look(token).state).toBe('live');
  clock.now += 1;
  expect(sessions.look(token).state).toBe('expired');
});

it('slides by a refresh, which replaces the token, and not by looks', () => {
  const { clock, sessions, session, token } = open();
  clock.now += 40_000;
  sessions.look(token);
  sessions.find(session.id);
  expect(sessions.refresh(token, 'silent refresh')).toMatchObject({
    state: 'live',
    expiresAt: begin + 100_000,
  });
  expect(session.refreshToken).not.toBe(token);
  clock.now += 40_000;
  expect(sessions.look(session.refreshToken)).toMatchObject({ state: 'live', expiresAt: begin + 100_000 });
  clock.now += 20_000;
  expect(sessions.look(session.refreshToken).state).toBe('expired');
});

it('gives tabs that race one and the same successor', () => {
  const { clock, sessions, session, token } = open();
  sessions.refresh(token, 'renewal');
  const successor = session.refreshToken;
  clock.now += 9_999;
  expect(sessions.look(token).state).toBe('live');
  expect(sessions.refresh(token, 'silent refresh').state).toBe('live');
  expect(session.refreshToken).toBe(successor);
});

it('ends the session when a replaced token comes back later', () => {
  const { clock, sessions, session, token } = open();
  sessions.refresh(token, 'renewal');
  clock.now += 10_000;
  expect(sessions.refresh(token, 'renewal').state).toBe('revoked');
  expect(sessions.look(session.refreshToken).state).toBe('revoked');
});

it('is not ended by a look with a replaced token, which moves nothing', () => {
  const { clock, sessions, session, token } = open();
  sessions.refresh(token, 'renewal');
  clock.now += 10_000;
  expect(sessions.look(token).state).toBe('not-found');
  expect(sessions.look(session.refreshToken).state).toBe('live');
});

it('is revived neither by a refresh nor by a clock set back', () => {
  const { clock, sessions, session, token } = open();
  clock.now += 60_000;
  expect(sessions.refresh(token, 'renewal').state).toBe('expired');
  expect(session).toMatchObject({ refreshToken: token, refreshedAt: begin, renewals: 0 });
  clock.now -= 30_000;
  expect(sessions.look(token).state).toBe('expired');
});

it('keeps the first reason of an end', () => {
  const { clock, sessions, id, token } = open();
  clock.now += 60_000;
  sessions.end(id, 'revoked');
  expect(sessions.look(token).state).toBe('expired');
});

it('forgets what ended long ago', () => {
  const { clock, sessions, id } = open();
  clock.now += 60_000 + 3_600_000 + 1;
  sessions.open({ user: 'Ada', lifetime: 60_000 });
  expect(sessions.find(id).state).toBe('not-found');
});
