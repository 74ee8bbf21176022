import { metric, reading, type Metric, type Recipe } from '../metric.ts';

/** Calls of one endpoint, an hour each, the newest last. */
export interface Series {
  id: string;
  label: string;
  calls: number[];
}

export interface Usage {
  /** When each hour of the series began. */
  hours: string[];
  series: Series[];
  metrics: Metric[];
}

const hour = 3_600_000;

const endpoints = [
  { id: 'transits', label: 'Transits', base: 1_640, swing: 720 },
  { id: 'natal', label: 'Natal charts', base: 820, swing: 310 },
  { id: 'synastry', label: 'Synastry', base: 390, swing: 190 },
];

const figures: Recipe[] = [
  { id: 'latency', label: 'Median latency', unit: 'ms', rising: 'bad', base: 84, swing: 17, digits: 0 },
  { id: 'errors', label: 'Failed calls', unit: '%', rising: 'bad', base: 0.31, swing: 0.14, digits: 2 },
  {
    id: 'quota',
    label: 'Left of this month’s calls',
    unit: '%',
    rising: 'neutral',
    base: 62,
    swing: 3,
    digits: 0,
  },
];

export function usage(now: number): Usage {
  const starts = Array.from({ length: 24 }, (_, index) => Math.floor(now / hour - 23 + index) * hour);
  return {
    hours: starts.map((at) => new Date(at).toISOString()),
    series: endpoints.map(({ id, label, base, swing }) => ({
      id,
      label,
      calls: starts.map((at) => reading(at, { id, base, swing, digits: 0 })),
    })),
    metrics: figures.map((figure) => metric(now, figure)),
  };
}
