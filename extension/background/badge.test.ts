import { describe, expect, test } from 'vitest';
import type { SessionView } from '../session/view.ts';
import { badgeOf } from './badge.ts';

const now = 1_800_000_000_000;
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const view = (part: Partial<SessionView>) => ({ phase: 'active', ...part }) as SessionView;
const textAt = (left: number) => badgeOf(view({ endsAt: now + left }), now).text;

describe('The badge', () => {
  test.each([
    [3 * hour + minute, '3h'],
    [hour, '1h'],
    [59 * minute, '55m'],
    [15 * minute, '15m'],
    [14.9 * minute, '14m'],
    [2 * minute, '2m'],
    [minute, '1m'],
    [59 * second, '30s'],
    [30 * second, '30s'],
    [29 * second, '!'],
  ])('with %d ms left says %s', (left, text) => expect(textAt(left)).toBe(text));

  test('changes at moments, never each second', () => {
    let at = now;
    const end = now + 3 * hour;
    const texts: string[] = [];
    for (let step = 0; step < 100 && at < end; step++) {
      const { text, next } = badgeOf(view({ endsAt: end }), at);
      texts.push(text);
      expect(next).toBeGreaterThan(at);
      at = next!;
    }
    expect(at).toBeGreaterThanOrEqual(end);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeLessThan(35);
  });

  test('on the very edge of a step, the next one comes at once', () => {
    expect(badgeOf(view({ endsAt: now + 30 * second }), now)).toMatchObject({ text: '30s', next: now + 1 });
    expect(textAt(30 * second - 1)).toBe('!');
  });

  test('calls when it is over, or may be at any moment', () => {
    expect(badgeOf(view({ phase: 'expired' }), now).text).toBe('!');
    expect(badgeOf(view({ phase: 'warning' }), now).text).toBe('!');
    expect(badgeOf(view({ phase: 'unknown', probablyOver: true }), now).text).toBe('!');
  });

  test('says nothing where nothing is known', () => {
    expect(badgeOf(view({ phase: 'unknown' }), now)).toMatchObject({ text: '' });
    expect(badgeOf(view({ endsAt: now + minute, paused: 'person' }), now)).toMatchObject({ text: '' });
  });
});
