import { slack } from './countdown.ts';

/** In seconds. Speech at each step would be chatter (WCAG 2.2.4). */
const marks = [20, 40, 60, 120, 300, 600];

/**
 * The mark last passed with `left` ms to go; `Infinity` before the first. After throttling it is the
 * newest: those in between are never spoken.
 */
export const markAt = (left: number): number => marks.find((mark) => left - slack <= mark * 1000) ?? Infinity;
