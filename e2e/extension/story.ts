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

let address = 1;

/**
 * Stories of one file that wait at the same time in one browser, which starts over before the first of them. Each has
 * a site at a loopback address of its own: cookies know no ports.
 */
export const together = test
  // eslint-disable-next-line no-empty-pattern
  .extend('extension', { scope: 'file' }, async ({}, { onCleanup }) => {
    const extension = await launchExtension(browserName);
    onCleanup(() => extension.close());
    return extension;
  })
  // eslint-disable-next-line no-empty-pattern
  .extend('site', async ({}, { onCleanup }) => {
    const site = await openSite(14, `127.0.0.${(address += 1)}`);
    onCleanup(() => site.close());
    return site;
  });
