export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** `14 (9…31) ms`: the median, and between which values all lie. */
export function spread(values: readonly number[], unit: string, digits = 0): string {
  if (values.length === 0) return 'no sample';
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
  return `${number(middle, digits)} (${number(least, digits)}…${number(most, digits)}) ${unit}`;
}

export function number(value: number, digits = 0): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

export const bytes = (count: number): string => `${number(count)} B`;
