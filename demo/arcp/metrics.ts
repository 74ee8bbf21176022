import { agents } from './agents.ts';

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

type Recipe = Pick<Metric, 'id' | 'label' | 'unit' | 'rising'> & {
  base: number;
  swing: number;
  digits: number;
};

const recipes: Recipe[] = [
  { id: 'agents', label: 'Agents connected', unit: '', rising: 'good', base: 7, swing: 1.3, digits: 0 },
  {
    id: 'requests',
    label: 'Requests a minute',
    unit: '',
    rising: 'neutral',
    base: 186,
    swing: 64,
    digits: 0,
  },
  {
    id: 'latency',
    label: 'Latency, 95th percentile',
    unit: 'ms',
    rising: 'bad',
    base: 212,
    swing: 38,
    digits: 0,
  },
  { id: 'errors', label: 'Failed requests', unit: '%', rising: 'bad', base: 0.42, swing: 0.17, digits: 2 },
];

const hour = 3_600_000;

// A day with a busy noon and some noise, the same at each reload within the hour.
function reading(at: number, { id, base, swing, digits }: Recipe): number {
  const bucket = Math.floor(at / hour);
  const day = Math.sin(((bucket % 24) / 24) * 2 * Math.PI - 1.9);
  const noise = Math.sin(bucket * 12.9898 + id.length * 78.233) * 43_758.5453;
  const value = base + swing * (0.75 * day + 0.7 * (noise - Math.floor(noise) - 0.5));
  return Number(value.toFixed(digits));
}

export function metrics(now: number): Metric[] {
  // The table beside it shows who is connected; the newest point has to agree.
  const connected = agents(now).filter(({ status }) => status !== 'stale').length;
  return recipes.map((recipe) => {
    const { id, label, unit, rising } = recipe;
    const history = Array.from({ length: 24 }, (_, index) => reading(now - (23 - index) * hour, recipe));
    if (id === 'agents') history.splice(-1, 1, connected);
    const value = history.at(-1) ?? recipe.base;
    const yesterday = reading(now - 24 * hour, recipe);
    return { id, label, unit, rising, value, change: yesterday === 0 ? 0 : value / yesterday - 1, history };
  });
}
