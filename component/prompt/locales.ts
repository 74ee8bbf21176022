import type { Texts } from './texts.ts';

// English is inside already. Written out for each, so that whatever bundles this makes a file of its own of each.
const files = import.meta.glob<Texts>(['../../shared/locales/*.json', '!../../shared/locales/en.json'], {
  import: 'prompt',
});

/** The prompt's texts by tag, each to be fetched when it is needed. */
export const locales: Record<string, () => Promise<Texts>> = Object.fromEntries(
  Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.json$/g, ''), load]),
);
