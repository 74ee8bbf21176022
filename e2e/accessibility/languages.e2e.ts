import { readdirSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { directionOf } from '../../shared/languages.ts';
import { story } from '../story.ts';
import type { Tab } from '../tab.ts';
import { findCutOff } from './in-page/cut-off.ts';
import { findOverlaps } from './in-page/overlaps.ts';
import { settle } from './inspect.ts';
import { dress, light, sizes } from './looks.ts';
import { ways } from './states.ts';

const tags = readdirSync(new URL('../../shared/locales/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

/** The page has them all before it may go offline. */
const loadAll = (tags: string[]) =>
  addEventListener('DOMContentLoaded', () => {
    for (const tag of tags)
      document.head.append(
        Object.assign(document.createElement('link'), {
          rel: 'modulepreload',
          href: `/dist/locales/${tag}.js`,
        }),
      );
  });

/** Everything that does not fit, in each language, on a narrow screen and at 400 % zoom. */
async function misfits(tab: Tab, state: string): Promise<string[]> {
  const found: string[] = [];
  await settle(tab);
  for (const size of ['narrow', 'zoomed'] as const) {
    await tab.page.setViewport(sizes[size]);
    for (const lang of tags) {
      await dress(tab, { name: lang, page: { lang, dir: directionOf(lang) } });
      const drawn = await tab.page.evaluate(
        () => document.querySelector('session-guard')!.shadowRoot!.querySelector<HTMLElement>('[lang]')?.lang,
      );
      if (drawn !== lang) found.push(`${state}: speaks ${drawn}, not ${lang}`);
      const faults = [...(await tab.page.evaluate(findCutOff)), ...(await tab.page.evaluate(findOverlaps))];
      for (const fault of faults) found.push(`${state}, ${lang}, ${size}: ${fault}`);
    }
  }
  await tab.page.setViewport(sizes.wide);
  await dress(tab, light);
  return found;
}

/** It stands in where nothing could be loaded, and speaks English. */
const plain = 'the plain dialog that stands in';

describe.concurrent(
  'In every language, at 320 px and at 400 % zoom, nothing is cut off or covered in',
  () => {
    for (const [what, way] of Object.entries(ways).filter(([what]) => what !== plain))
      story(what, { timeout: 120_000 }, async ({ site, context, tab, open }) => {
        const found: string[] = [];
        await tab.page.evaluateOnNewDocument(
          loadAll,
          tags.filter((tag) => tag !== 'en'),
        );
        await way({ site, context, tab, open }, async (state) => {
          found.push(...(await misfits(tab, state)));
        });
        expect(found.join('\n')).toBe('');
      });
  },
);
