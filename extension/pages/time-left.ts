import { slack, stepAt } from '../../component/prompt/countdown.ts';

/** What is shown of the time left, rounded up, and how long it stays right. */
export interface TimeLeft {
  parts: { value: number; unit: 'day' | 'hour' | 'minute' | 'second' }[];
  /** In ms; 0 in the last second. */
  next: number;
}

const hour = 3_600_000;

/** Seconds in the last minute, minutes up to a day, hours beyond: each step is a moment of its own. */
export function timeLeft(left: number): TimeLeft {
  if (left - slack > 24 * hour) {
    const hours = Math.ceil((left - slack) / hour);
    return { parts: pair('day', 'hour', hours, 24), next: left - (hours - 1) * hour };
  }
  const { value, unit, next } = stepAt(left);
  return { parts: unit === 'minute' ? pair('hour', 'minute', value, 60) : [{ value, unit }], next };
}

function pair(
  large: 'day' | 'hour',
  small: 'hour' | 'minute',
  value: number,
  size: number,
): TimeLeft['parts'] {
  return [
    { value: Math.floor(value / size), unit: large },
    { value: value % size, unit: small },
  ].filter((part) => part.value > 0);
}
