import { expect, it } from 'vitest';
import { add, ofEvent, ofExchange, stopwatch, turnTo, type History } from './history.ts';

it('says an event of the element in a line', () => {
  expect(ofEvent('change', { phase: 'ended', previous: 'active', reason: 'revoked' }).text).toBe(
    'session-guard-change: active → ended (revoked)',
  );
  expect(ofEvent('problem', { code: 'warn-late', field: 'warn-before' })).toEqual({
    kind: 'event',
    tone: 'warn',
    text: 'session-guard-problem: warn-late warn-before',
  });
  expect(ofEvent('expired', null).text).toBe('session-guard-expired');
});

it('says a request in a line, without the origin', () => {
  const exchange = { kind: 'look', method: 'GET', url: 'http://127.0.0.1:1/api/s?a', body: '' } as const;
  expect(ofExchange({ ...exchange, status: 200 })).toMatchObject({
    text: 'GET /api/s?a → 200',
    tone: 'plain',
  });
  expect(ofExchange({ ...exchange, status: 'lost' })).toMatchObject({
    text: 'GET /api/s?a → lost',
    tone: 'bad',
  });
});

it('keeps a phase as one stretch, and forgets the oldest of very many entries', () => {
  const history: History = { entries: [], stretches: [] };
  turnTo(history, 'active', 0);
  turnTo(history, 'active', 5);
  turnTo(history, 'warning', 9);
  expect(history.stretches).toEqual([
    { from: 0, phase: 'active' },
    { from: 9, phase: 'warning' },
  ]);
  for (let at = 0; at < 500; at += 1) add(history, { at, kind: 'event', tone: 'plain', text: '' });
  expect(history.entries.length).toBe(400);
  expect(history.entries[0]!.at).toBe(100);
});

it('tells time as a stopwatch does', () => {
  expect([0, 65_400, 3_725_000, -5].map(stopwatch)).toEqual(['0:00', '1:05', '1:02:05', '0:00']);
});
