import { describe, expect } from 'vitest';
import { has, story } from '../story.ts';
import { inspect } from './inspect.ts';
import { ways, type Stage } from './states.ts';

async function inspectAlong(what: string, stage: Stage, ring?: boolean): Promise<void> {
  const found: string[] = [];
  await ways[what]!(stage, async (state) => {
    found.push(...(await inspect(stage.tab, state, ring)));
  });
  expect(found.join('\n')).toBe('');
}

describe.concurrent(
  'In every look and size, axe and measures find nothing wrong with',
  { timeout: 120_000 },
  () => {
    for (const what of Object.keys(ways)) {
      story(what, ({ site, context, tab, open }) => inspectAlong(what, { site, context, tab, open }));
    }

    if (!has('many in front'))
      story.inFront('a warning in front, with the ring around focus', ({ site, context, tab, open }) =>
        inspectAlong('a warning, sent away', { site, context, tab, open }, true),
      );
  },
);
