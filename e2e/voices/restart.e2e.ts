import { describe, expect } from 'vitest';
import { press, see, untilDialog, untilPhase } from '../prompt.ts';
import { story, visit } from '../story.ts';
import { pass, type Tab } from '../tab.ts';
import { endBy, untilBanner, warned } from './guard.ts';

const flow = { ...warned, 'restart-url': '/other' };
const final = {
  'expires-in': '590',
  'warn-before': '10m',
  'sign-in-url': '/signin',
  'restart-url': '/other',
};

const restartLink = (tab: Tab) =>
  tab.page.evaluate(() => {
    const root = document.querySelector('session-guard')!.shadowRoot!;
    const link = root.querySelector<HTMLAnchorElement>('a[part=restart]');
    return link && [link.innerText, link.pathname, link.target];
  });
const buttons = async (tab: Tab) =>
  (await see(tab)).parts.filter((part) => !/heading|message|countdown|details/.test(part));

describe.concurrent('A flow that cannot go on after its session', () => {
  story('says to finish while there is time', async ({ site, tab }) => {
    await visit(tab, site.page(final));
    await untilDialog(tab);
    expect((await see(tab)).text).toContain('Finish before then: after that you have to begin again.');
    expect(await buttons(tab)).toEqual(['sign-in', 'dismiss']);
  });

  story('begins again in the same tab, and signing in is the second thing to do', async ({ site, tab }) => {
    await visit(tab, site.page(flow));
    await untilDialog(tab);
    expect(await buttons(tab)).toEqual(['renew', 'dismiss']);
    await endBy(tab, 'expired');
    await untilPhase(tab, 'ended');
    await untilDialog(tab);
    expect(await buttons(tab)).toEqual(['restart', 'sign-in', 'dismiss']);
    expect((await see(tab)).text).toContain('What you began cannot be continued, but you can begin again.');
    expect(await restartLink(tab)).toEqual(['Begin again', '/other', '']);
    const arrives = tab.page.waitForNavigation();
    await press(tab, 'restart');
    await arrives;
    expect(tab.page.url()).toBe(`${site.origin}/other`);
    expect(site.askedOf('/other')).toHaveLength(1);
  });

  story('is offered from the banner too, but not to somebody else', async ({ site, tab }) => {
    await visit(tab, site.page(flow));
    await untilDialog(tab);
    await endBy(tab, 'expired');
    await untilPhase(tab, 'ended');
    await press(tab, 'dismiss');
    await untilBanner(tab);
    expect(await buttons(tab)).toEqual(['restart', 'show', 'toggle']);
    await visit(tab, site.page(flow));
    await untilDialog(tab);
    await endBy(tab, 'other-user');
    await untilPhase(tab, 'ended');
    expect(await buttons(tab)).toEqual(['sign-in', 'reload']);
  });

  story('can say how much time it allows, from the start and as at the start', async ({ site, tab }) => {
    const allowed = () =>
      tab.page.evaluate(() => {
        const { timeAllowed } = document.querySelector('session-guard')!;
        return timeAllowed === null ? null : Math.round(timeAllowed / 1000);
      });
    await visit(tab, site.page({ 'sign-in-url': '/signin' }));
    expect(await allowed()).toBe(null);
    await visit(tab, site.page({ 'expires-in': '900', 'sign-in-url': '/signin' }));
    await untilPhase(tab, 'active');
    expect(await allowed()).toBe(900);
    await pass(1500);
    expect(await allowed()).toBe(900);
  });
});
