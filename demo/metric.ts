export interface Metric {
  id: string;
  label: string;
  unit: string;
  value: number;
  /** Against the same hour yesterday. */
  change: number;
  /** Whether a rise is good news, bad news or neither. */
  rising: 'good' | 'bad' | 'neutral';
  /** One point for each of the last 24 hours, the newest last. */
  history: number[];
}

export type Recipe = Pick<Metric, 'id' | 'label' | 'unit' | 'rising'> & {
  base: number;
  swing: number;
  digits: number;
};

const hour = 3_600_000;

// A day with a busy noon and some noise, the same at each reload within the hour.
export function reading(
  at: number,
  { id, base, swing, digits }: Omit<Recipe, 'label' | 'unit' | 'rising'>,
): number {
  const bucket = Math.floor(at / hour);
  const day = Math.sin(((bucket % 24) / 24) * 2 * Math.PI - 1.9);
  const noise = Math.sin(bucket * 12.9898 + id.length * 78.233) * 43_758.5453;
  const value = base + swing * (0.75 * day + 0.7 * (noise - Math.floor(noise) - 0.5));
  return Number(value.toFixed(digits));
}

/** `latest` where something else on the page shows the newest value: the two have to agree. */
export function metric(now: number, recipe: Recipe, latest?: number): Metric {
  const { id, label, unit, rising, base } = recipe;
  const history = Array.from({ length: 24 }, (_, index) => reading(now - (23 - index) * hour, recipe));
  if (latest !== undefined) history.splice(-1, 1, latest);
  const value = history.at(-1) ?? base;
  const yesterday = reading(now - 24 * hour, recipe);
  return { id, label, unit, rising, value, change: yesterday === 0 ? 0 : value / yesterday - 1, history };
}
