import type { Row } from './bench.ts';

const heads = ['what', 'figure', 'measured: median (least…most)', 'reached'];

/** Markdown, so that it can be pasted where it is talked about. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, measured, reached }) => [
    what,
    figure,
    measured,
    reached === undefined ? '' : reached ? 'yes' : 'NO',
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((line) => line[column]!.length)),
  );
  const line = (line: string[]) => `| ${line.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(heads), rule, ...cells.map(line)].join('\n');
}
