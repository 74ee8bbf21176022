import { metric, type Metric, type Recipe } from '../metric.ts';
import { agents } from './agents.ts';

const connected: Recipe = {
  id: 'agents',
  label: 'Agents connected',
  unit: '',
  rising: 'good',
  base: 7,
  swing: 1.3,
  digits: 0,
};

const traffic: Recipe[] = [
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

export function metrics(now: number): Metric[] {
  // The table beside it shows who is connected.
  const inTable = agents(now).filter(({ status }) => status !== 'stale').length;
  return [metric(now, connected, inTable), ...traffic.map((recipe) => metric(now, recipe))];
}
