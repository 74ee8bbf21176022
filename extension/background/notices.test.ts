import { describe, expect, test } from 'vitest';
import { noticeFor } from './notices.ts';

const now = 1_800_000_000_000;
const end = now + 60_000;
const warning = { phase: 'warning', endsAt: end, isPrivate: false } as const;
const over = { phase: 'expired', isPrivate: false } as const;
const alive = { held: true };

describe('A notification comes', () => {
  test('at the warning where no tab of the site is in view, once for each end', () => {
    expect(noticeFor(warning, { facts: alive, notified: {} }, false, now)).toEqual({
      kind: 'warning',
      at: end,
    });
    expect(noticeFor(warning, { facts: alive, notified: {} }, true, now)).toBeUndefined();
    expect(noticeFor(warning, { facts: alive, notified: { warning: end } }, false, now)).toBeUndefined();
    const later = { ...warning, endsAt: end + 600_000 };
    expect(noticeFor(later, { facts: alive, notified: { warning: end } }, false, now)?.at).toBe(
      end + 600_000,
    );
  });

  test('at the end once, though the clock says it first and the server confirms it', () => {
    const facts = { held: true, passedAt: now };
    expect(noticeFor(over, { facts, notified: {} }, true, now)).toEqual({ kind: 'end', at: now });
    const ended = { at: now + 1500, ending: { reason: 'expired', certain: true }, here: false } as const;
    const confirmed = { facts: { ...facts, ended }, notified: { end: now } };
    expect(noticeFor({ ...over, phase: 'ended' }, confirmed, true, now + 2000)).toBeUndefined();
  });

  test('never of a private window, nor of a site that is paused', () => {
    expect(
      noticeFor({ ...warning, isPrivate: true }, { facts: alive, notified: {} }, false, now),
    ).toBeUndefined();
    expect(
      noticeFor({ ...over, paused: 'person' }, { facts: alive, notified: {} }, false, now),
    ).toBeUndefined();
  });

  test('once where it may end at any moment', () => {
    const any = { phase: 'warning', isPrivate: false } as const;
    expect(noticeFor(any, { facts: alive, notified: {} }, false, now)).toBeDefined();
    expect(noticeFor(any, { facts: alive, notified: { warning: now } }, false, now + 60_000)).toBeUndefined();
  });
});
