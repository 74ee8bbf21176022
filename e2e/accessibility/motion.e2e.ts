import { describe, expect } from 'vitest';
import { start } from '../element.ts';
import { press, untilDialog, untilPhase, untilShown } from '../prompt.ts';
import { story, visit } from '../story.ts';
import type { Tab } from '../tab.ts';
import type { Site } from '../site.ts';
import { watchMotion, type Motion } from './in-page/motion.ts';
import { prefer } from './looks.ts';

/** Everything that ever moved on the way from the dialog to the banner and back to the end. */
async function motionsOf(tab: Tab, site: Site): Promise<Motion[]> {
  const attributes = { 'expires-in': '590', 'warn-before': '10m', 'sign-in-url': '/signin' };
  await tab.page.evaluateOnNewDocument(watchMotion);
  await visit(tab, site.page(attributes));
  await untilDialog(tab);
  await press(tab, 'dismiss');
  await untilShown(tab, 'the banner', ({ dialog, banner }) => !dialog && banner, { within: 2000 });
  await press(tab, 'toggle');
  await press(tab, 'toggle');
  await start(tab, 2);
  await untilPhase(tab, 'expired');
  await untilDialog(tab, { within: 7000 });
  await press(tab, 'dismiss');
  return tab.page.evaluate(
    () => (window as unknown as { sessionGuardMotions: Motion[] }).sessionGuardMotions,
  );
}

describe.concurrent('What moves', () => {
  story('is over in half a second', async ({ site, tab }) => {
    const motions = await motionsOf(tab, site);
    expect(motions.map(({ of }) => of)).toEqual(expect.arrayContaining(['dialog', 'section']));
    for (const { name, of, lasts } of motions) expect(lasts, `${name} of ${of}, in ms`).toBeLessThan(500);
  });

  story.needs('media features')('is nothing at all where less motion is preferred', async ({ site, tab }) => {
    await prefer(tab, { 'prefers-reduced-motion': 'reduce' });
    expect(await motionsOf(tab, site)).toEqual([]);
  });
});
