import { describe, expect } from 'vitest';
import { entriesOf } from '../log.ts';
import { see, type Seen } from '../prompt.ts';
import type { Site } from '../site.ts';
import { story } from '../story.ts';
import { hide, pass, show, type Tab } from '../tab.ts';
import { askedOf, comeBack, enter, followLink } from './ways.ts';
import { adasWork, endNow, readWork } from './work.ts';

/** What was heard may stand there once more, for those who did not see it. */
const sentences = ({ text }: Seen) => new Set(text.split('\n'));

/** Coming back brings one look, and no news: the prompt is there as it was. */
async function comeBackInVain(tab: Tab, site: Site): Promise<void> {
  const before = await see(tab);
  const since = Date.now();
  await show(tab);
  await pass(2500);
  const looks = site.askedOf('/api/session', since).map(({ at }) => at);
  // Being visible and having the focus are one return, unless a slow machine parts them.
  for (const [index, at] of looks.slice(1).entries()) expect(at - looks[index]!).toBeGreaterThan(800);
  expect([...new Set(askedOf(site, since))]).toEqual(['GET /api/session']);
  const after = await see(tab);
  expect(after).toEqual({ ...before, text: after.text });
  expect(sentences(after)).toEqual(sentences(before));
  expect(entriesOf(tab.log, 'session-guard-ended')).toHaveLength(1);
  expect(entriesOf(tab.log, 'session-guard-restored')).toEqual([]);
}

describe.concurrent('Coming back from the tab that the link opened', () => {
  story('closes the prompt, and nothing is lost', async ({ site, context, tab }) => {
    const before = await adasWork({ site, context, tab });
    await endNow(tab, site);
    const other = await followLink(tab);
    expect(entriesOf(tab.log, 'session-guard-before-sign-in')).toHaveLength(1);
    expect(await other.evaluate(() => window.opener as unknown)).toBe(null);
    await enter(other, 'ada');
    await comeBack(tab);
    expect(await readWork(tab)).toEqual(before);
    expect(site.askedOf('/api/session/renew')).toEqual([]);
  });

  story('when the person has closed it', async ({ site, context, tab }) => {
    const before = await adasWork({ site, context, tab });
    await endNow(tab, site);
    const other = await followLink(tab);
    await enter(other, 'ada');
    await other.close();
    await comeBack(tab);
    expect(await readWork(tab)).toEqual(before);
  });

  story('without having signed in finds the prompt as it was', async ({ site, context, tab }) => {
    const before = await adasWork({ site, context, tab });
    await endNow(tab, site);
    const other = await followLink(tab);
    await other.waitForSelector('#enter');
    await comeBackInVain(tab, site);
    await (await hide(tab)).close();
    await comeBackInVain(tab, site);
    const { report, letter, title, scroll } = before;
    expect(await readWork(tab)).toMatchObject({ report, letter, title, scroll });
  });

  story('after a wrong password finds the prompt as it was', async ({ site, context, tab }) => {
    const before = await adasWork({ site, context, tab });
    await endNow(tab, site);
    const other = await followLink(tab);
    await enter(other, 'ada', 'wrong');
    await comeBackInVain(tab, site);
    await other.bringToFront();
    await enter(other, 'ada', 'right');
    await comeBack(tab);
    expect(await readWork(tab)).toEqual(before);
  });
});
