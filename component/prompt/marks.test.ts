import { expect, test } from 'vitest';
import { markAt } from './marks.ts';

const seconds = (value: number) => value * 1000;

test.each([
  [700, Infinity],
  [601, Infinity],
  [600, 600],
  [301, 600],
  [300, 300],
  [121, 300],
  [120, 120],
  [61, 120],
  [60, 60],
  [41, 60],
  [40, 40],
  [21, 40],
  [20, 20],
  [1, 20],
  [0, 20],
])('%i s before the end the mark is %d s', (left, mark) => {
  expect(markAt(seconds(left))).toBe(mark);
});

test('a timer that fires a little early has reached its mark', () => {
  expect(markAt(seconds(120) + 3)).toBe(120);
});

test('a mark never claims more time than there is', () => {
  for (let left = 0; left <= seconds(600); left += 137)
    expect(markAt(left) * 1000).toBeGreaterThanOrEqual(left - 20);
});

test('counting down every second, each mark is passed once; after throttling only the newest', () => {
  const passed = (steps: number[]) => {
    let last = Infinity;
    return steps.flatMap((left) => {
      const mark = markAt(seconds(left));
      const isNew = mark < last;
      last = mark;
      return isNew ? [mark] : [];
    });
  };
  expect(passed(Array.from({ length: 701 }, (_, index) => 700 - index))).toEqual([600, 300, 120, 60, 40, 20]);
  expect(passed([700, 35, 34])).toEqual([40]);
});
