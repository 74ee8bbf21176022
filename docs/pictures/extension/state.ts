import type { Page } from 'puppeteer-core';
import type { Stage } from './stage.ts';

/** What is pictured, and the way there. */
export interface State {
  name: string;
  /** What decides how large it is: the popup itself, a page of the extension, a site, or what is drawn. */
  kind: 'popup' | 'page' | 'site' | 'drawn';
  reach(stage: Stage): Promise<Page>;
  /** Takes away what `reach` brought beside the browser. */
  leave?(): Promise<void>;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
