import { launchExtension, type ExtensionBrowser } from '../../e2e/extension/extension.ts';
import type { Tab } from '../../e2e/extension/view.ts';
import { openLever } from './worker.ts';

/** A Chromium of its own with the built extension, as nobody has used it yet. */
export async function withExtension<T>(
  use: (extension: ExtensionBrowser, lever: Tab) => Promise<T>,
): Promise<T> {
  const extension = await launchExtension('chromium');
  try {
    return await use(extension, await openLever(extension));
  } finally {
    await extension.close();
  }
}
