import type { Metric } from '../metric.ts';
import { byId, drawing, element } from './dom.ts';

const width = 120;
const height = 36;

export function showMetrics(metrics: Metric[]): void {
  byId('metrics').replaceChildren(...metrics.map(card));
}

function card({ label, unit, value, change, rising, history }: Metric): HTMLElement {
  const percent = Math.round(change * 100);
  const direction = percent === 0 ? 'level' : percent > 0 ? 'up' : 'down';
  const good = rising === 'neutral' || percent === 0 ? 'neutral' : (rising === 'good') === percent > 0;
  const tone = good === 'neutral' ? 'neutral' : good ? 'good' : 'bad';
  return element(
    'div',
    { class: 'metric card' },
    element('h3', {}, label),
    element('p', { class: 'metric-value' }, value.toLocaleString('en'), element('small', {}, unit)),
    element(
      'p',
      { class: `metric-change ${tone}` },
      direction === 'level' ? 'level' : `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`,
      element('span', { class: 'muted' }, ' on yesterday'),
    ),
    sparkline(history),
  );
}

function sparkline(points: number[]): SVGSVGElement {
  // A level series is drawn half-way up, not along the ground.
  const spread = Math.max(...points) - Math.min(...points);
  const span = spread || 2;
  const least = Math.min(...points) - (spread ? 0 : 1);
  const at = points.map((point, index) => {
    const x = (index / (points.length - 1)) * width;
    const y = height - 3 - ((point - least) / span) * (height - 6);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  const line = `M${at.join('L')}`;
  return drawing(
    'svg',
    {
      class: 'sparkline',
      viewBox: `0 0 ${width} ${height}`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    },
    drawing('path', { class: 'area', d: `${line}L${width} ${height}L0 ${height}Z` }),
    drawing('path', { class: 'line', d: line, 'vector-effect': 'non-scaling-stroke' }),
  );
}
