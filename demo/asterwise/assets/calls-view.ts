import { byId, drawing, element } from '../../assets/dom.ts';
import type { Series, Usage } from '../usage.ts';

const height = 100;
const step = 10;
const bar = 7;

/** The calls of a day: a bar for each hour, a colour for each endpoint. */
export function showCalls({ hours, series }: Usage): void {
  const totals = hours.map((_, hour) => series.reduce((sum, { calls }) => sum + (calls[hour] ?? 0), 0));
  const all = totals.reduce((sum, each) => sum + each, 0);
  byId('calls-total').textContent = all.toLocaleString('en');
  byId('legend').replaceChildren(...series.map(legend));
  byId('chart').replaceChildren(
    bars(series, totals),
    element('ol', { class: 'hours', 'aria-hidden': 'true' }, ...hours.filter(everySixth).map(hourLabel)),
  );
}

function legend({ id, label, calls }: Series): HTMLElement {
  const sum = calls.reduce((total, each) => total + each, 0);
  return element('li', { class: id }, `${label} `, element('b', {}, sum.toLocaleString('en')));
}

const everySixth = (_: string, index: number) => index % 6 === 5;

function hourLabel(moment: string): HTMLElement {
  return element(
    'li',
    {},
    new Date(moment).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }),
  );
}

function bars(series: Series[], totals: number[]): SVGSVGElement {
  const most = Math.max(...totals, 1);
  const scale = height / (most * 1.05);
  const rects = totals.flatMap((_, hour) => {
    let top = height;
    return series.map(({ id, calls }) => {
      const tall = (calls[hour] ?? 0) * scale;
      top -= tall;
      return drawing('rect', {
        class: id,
        x: String(hour * step + (step - bar) / 2),
        y: top.toFixed(2),
        width: String(bar),
        height: tall.toFixed(2),
      });
    });
  });
  return drawing(
    'svg',
    {
      class: 'bars',
      viewBox: `0 0 ${totals.length * step} ${height}`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': `Calls of each hour; at most ${most.toLocaleString('en')}.`,
    },
    ...rects,
  );
}
