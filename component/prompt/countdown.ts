/** A timer may fire a little early: without the slack one step would cost two wake-ups. */
export const slack = 20;

export interface Step {
  value: number;
  unit: 'minute' | 'second';
  /** Until the next step; 0 in the last second, for the guard tells the end. */
  next: number;
}

/** "Less than" this is left of `left` ms: whole minutes above one minute, seconds below. */
export const stepAt = (left: number): Step => {
  const size = left - slack > 60_000 ? 60_000 : 1000;
  const value = Math.max(1, Math.ceil((left - slack) / size));
  return {
    value,
    unit: size > 1000 ? 'minute' : 'second',
    next: value > 1 ? left - (value - 1) * size : 0,
  };
};
