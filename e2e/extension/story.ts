import { test } from 'vitest';
import { openSite } from '../site.ts';
import { browserName } from '../story.ts';
import { launchExtension } from './extension.ts';

/**
 * A test with a browser that has the extension (one a worker; it starts over for each story, so they run one
 * after the other) and a site of its own.
 */
export const story = test
  // vitest reads which fixtures are wanted from the pattern, and here none are.
  // eslint-disable-next-line no-empty-pattern
  .extend('launched', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const launched = await launchExtension(browserName);
    onCleanup(() => launched.close());
    return launched;
  })
  .extend('extension', async ({ launched }) => {
    await launched.startOver();
    return launched;
  })
  // eslint-disable-next-line no-empty-pattern
  .extend('site', async ({}, { onCleanup }) => {
    const site = await openSite(14);
    onCleanup(() => site.close());
    return site;
  });
