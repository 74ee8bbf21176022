import { describe, expect, it } from 'vitest';
import {
  answerWatch,
  askedSince,
  beginWatch,
  noteChange,
  noteUse,
  noteWritten,
  redirectName,
  statusName,
} from './watching.ts';
import type { Changed } from './watch-notes.ts';

const now = 1_795_176_000_000;
const minute = 60_000;
const gone = (name: string): Changed => ({ what: 'cookie-gone', name });
const used = () => {
  let notes = noteUse(beginWatch(now), 'sign-in', now);
  notes = noteWritten(notes, 'sid', now + 1000);
  notes = noteWritten(notes, 'cart', now + 1000);
  notes = noteWritten(notes, 'auth', now + minute);
  notes = noteUse(notes, 'input', now + 5 * minute);
  return noteUse(notes, 'request', now + 6 * minute);
};

describe('Watching', () => {
  it('keeps when the session began, when it was used, and what changed when it ended', () => {
    const at = now + 36 * minute;
    let notes = noteChange(used(), { what: 'status', name: '500 /old' }, now + 20 * minute);
    notes = noteChange(notes, gone('sid'), at);
    notes = noteChange(notes, { what: 'redirect', name: '/login' }, at + 2000);
    expect(askedSince(notes)).toBe(at);
    notes = answerWatch(notes, true, at + 10 * minute);
    expect(notes.ends).toEqual([
      {
        at,
        signedInAt: now,
        lastInputAt: now + 5 * minute,
        lastRequestAt: now + 6 * minute,
        written: ['sid'],
        changed: [gone('sid'), { what: 'redirect', name: '/login' }],
      },
    ]);
    expect(askedSince(notes)).toBeUndefined();
  });

  it('takes the person’s word where nothing was seen to change', () =>
    expect(answerWatch(used(), true, now + 40 * minute).ends).toMatchObject([
      { at: now + 40 * minute, changed: [] },
    ]));

  it('counts no use after the end as one before it', () => {
    const notes = noteUse(noteChange(used(), gone('sid'), now + 36 * minute), 'request', now + 37 * minute);
    expect(answerWatch(notes, true, now + 38 * minute).ends[0]!.lastRequestAt).toBe(now + 6 * minute);
  });

  it('forgets what the person said was no end, and asks again at the next change', () => {
    let notes = noteChange(used(), gone('sid'), now + 10 * minute);
    notes = answerWatch(notes, false, now + 11 * minute);
    expect([notes.ends, askedSince(notes)]).toEqual([[], undefined]);
    notes = noteUse(notes, 'request', now + 12 * minute);
    expect(notes.now?.lastRequestAt).toBe(now + 12 * minute);
    expect(askedSince(noteChange(notes, gone('sid'), now + 20 * minute))).toBe(now + 20 * minute);
  });

  it.each<[what: string, changed: Changed, asks: boolean]>([
    ['a cookie that may be the session’s', gone('sid'), true],
    ['a cookie of statistics', gone('_ga'), false],
    ['a token of forms', gone('XSRF-TOKEN'), false],
    ['a 401', { what: 'status', name: '401 /api/me' }, true],
    ['a 403', { what: 'status', name: '403 /api/me' }, false],
    ['a 503', { what: 'status', name: '503 /api/me' }, false],
    ['a redirect', { what: 'redirect', name: '/login' }, true],
    ['an item that is gone', { what: 'storage-gone', name: 'token' }, true],
  ])('asks after %s: %j', (_what, changed, asks) =>
    expect(askedSince(noteChange(used(), changed, now)) !== undefined).toBe(asks),
  );

  it('begins anew at a sign-in, with or without an answer', () =>
    expect(noteUse(noteChange(used(), gone('sid'), now), 'sign-in', now + minute).now).toEqual({
      changes: [],
      signedInAt: now + minute,
    }));

  it('keeps little: ten ends, twenty changes, short names', () => {
    let notes = used();
    for (let i = 0; i < 50; i++) notes = noteChange(notes, gone(`${'x'.repeat(500)}${i}`), now + i);
    expect(notes.now!.changes).toHaveLength(20);
    expect(notes.now!.changes[0]!.name).toHaveLength(200);
    for (let i = 0; i < 20; i++) notes = answerWatch(notes, true, now + i * minute);
    expect(notes.ends).toHaveLength(10);
  });

  it('goes on from notes of before', () =>
    expect(noteUse({ since: now, ends: [] }, 'input', now).now).toEqual({ changes: [], lastInputAt: now }));
});

it('Names of replies have no query', () => {
  expect(statusName(401, 'https://a.example/api/me?token=x#y')).toBe('401 /api/me');
  expect(redirectName('/login?next=/a', 'https://a.example/b')).toBe('/login');
  expect(redirectName('https://id.example/in?code=1', 'https://a.example/b')).toBe('https://id.example/in');
  expect(redirectName('javascript:alert(1)', 'https://a.example/b')).toBeUndefined();
});
