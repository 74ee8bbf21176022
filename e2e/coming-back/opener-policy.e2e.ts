import { describe, expect } from 'vitest';
import { everything } from '../site-pages.ts';
import { story } from '../story.ts';
import { comeBack, enter, followLink } from './ways.ts';
import { adasWork, endNow, readWork } from './work.ts';

const coop = 'same-origin';

const places: [string, { page?: string; signIn?: string; target: string }][] = [
  ['the page', { page: coop, target: 'popup' }],
  ['the sign-in page', { signIn: coop, target: 'popup' }],
  ['both', { page: coop, signIn: coop, target: 'popup' }],
  ['both, in a tab', { page: coop, signIn: coop, target: '_blank' }],
];

describe.concurrent('Signing in brings the session back', () => {
  for (const [where, { page, signIn, target }] of places)
    story(`with Cross-Origin-Opener-Policy on ${where}`, async ({ site, context, tab }) => {
      site.signInCoop = signIn;
      const before = await adasWork(
        { site, context, tab },
        { ...everything, 'sign-in-target': target },
        { coop: page },
      );
      await endNow(tab, site);
      await enter(await followLink(tab), 'ada');
      await comeBack(tab);
      expect(await readWork(tab)).toEqual(before);
    });
});
