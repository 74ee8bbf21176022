import { english } from '../language.ts';
import type { Speaking } from '../speaking.ts';

/** A page of somebody who wants nothing else. */
export const inEnglish = (): Speaking => ({
  language: () => english(),
  choose() {},
  ofBrowser: 'en',
  onChange() {},
});
