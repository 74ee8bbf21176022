import * as axe from 'axe-core';
import type { Tab } from '../tab.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the whole page, or cannot decide: one line each, with rule and node. */
export async function runAxe({ page }: Tab): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations, incomplete } = (await page.evaluate(async (values) => {
    const injected = (window as unknown as { axe: typeof axe }).axe;
    const found = await injected.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations', 'incomplete'],
      // Styles of other origins: there are none.
      preload: false,
    });
    return { violations: found.violations, incomplete: found.incomplete };
  }, tags)) as Pick<axe.AxeResults, 'violations' | 'incomplete'>;

  // `findBadColours` decides what axe cannot: text scrolled out of sight, and colours that the system forced.
  const undecided = incomplete.filter(({ id }) => id !== 'color-contrast');
  return [...violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `axe ${id}: ${target.flat().join(' ')} (${why})`;
    }),
  );
}
