import { slack } from './countdown.ts';

const seconds = [20, 40, 60, 120, 300, 600];

/** The mark last passed with `left` ms to go, in seconds; `Infinity` before the first. */
export const markAt = (left: number): number =>
  seconds.find((mark) => left - slack <= mark * 1000) ?? Infinity;

/**
 * The mark to speak, if one was passed since `last`. After throttling that is only the newest, and
 * "less than" it is never more time than there is.
 */
export const markToSpeak = (last: number, left: number): number | undefined => {
  const mark = markAt(left);
  return left > 0 && mark < last ? mark : undefined;
};

/** Speech may interrupt only when there is no time to wait for a pause in it (WCAG 2.2.4). */
export const isUrgent = (mark: number): boolean => mark <= 20;
