import { describe, expect } from 'vitest';
import { press, see, until, untilDialog, untilPhase, untilShown } from '../prompt.ts';
import { everything, type Attributes } from '../site-pages.ts';
import { signIn, story, visit } from '../story.ts';
import { hide, setOffline, show, type Tab } from '../tab.ts';
import { hear } from './hear.ts';
import type { Heard } from './in-page/ears.ts';

const lasting = (seconds: number): Attributes => ({
  'expires-in': String(seconds),
  'warn-before': '12m',
  'renew-url': '/api/session/renew',
  'sign-in-url': '/signin',
});

const opening = ['dialog: Your session is about to end', expect.stringMatching(/^description: It ends at /)];
const lastMinute = [60, 40].map((mark) => `polite: Less than ${mark} seconds left`);
const lastMark = 'assertive: Less than 20 seconds left';
const work = 'It reached its time limit. Your work on this page is still here. Signing in opens a new tab.';
const ending = [`polite: Your session has ended ${work}`, `description: ${work}`];

const log = (heard: Heard[]): string[] =>
  heard.map(({ kind, text, unheard }) => `${kind}: ${text}${unheard ? ` (unheard: ${unheard})` : ''}`);

/**
 * The log in which marks stand for what was said a few seconds after them, as a busy machine does. What is said
 * must be true.
 */
function logMarks(heard: Heard[], late = 6): string[] {
  return heard.map(({ text, left, ...rest }) => {
    const [, number, unit] = /^Less than (\d+) (minute|second)/.exec(text) ?? [];
    const most = Number(number) * (unit === 'minute' ? 60 : 1);
    if (number) expect(left, text).toBeLessThanOrEqual(most + 0.1);
    const mark = [20, 40, 60, 120, 300, 600].find((each) => most <= each && left > each - late);
    const said = mark && mark > 60 ? `${mark / 60} minutes` : `${mark} seconds`;
    return log([{ ...rest, left, text: mark ? `Less than ${said} left` : text }])[0]!;
  });
}

const untilLeft = (tab: Tab, seconds: number) =>
  until(
    tab,
    `${seconds} s left`,
    () =>
      tab.page.evaluate(() => {
        const end = document.querySelector('session-guard')?.getAttribute('ends-at') ?? '';
        return (Date.parse(end) - Date.now()) / 1000;
      }),
    (left) => left <= seconds,
    60_000,
  );

const untilHeard = (tab: Tab, heard: Heard[], what: RegExp, times: number) =>
  until(
    tab,
    `${what} to be said ${times} times`,
    () => Promise.resolve(log(heard).filter((line) => what.test(line)).length),
    (count) => count >= times,
    10_000,
  );

const untilBanner = (tab: Tab) =>
  untilShown(tab, 'the banner', ({ dialog, banner }) => !dialog && banner, { within: 2000 });

// A machine that stands still for seconds brings the next mark before a screen reader knew of the dialog.
describe.concurrent('A screen reader says', { timeout: 120_000, retry: 2 }, () => {
  story('of ten minutes the marks, and nothing in between', async ({ site, tab }) => {
    const heard = await hear(tab, 20);
    await visit(tab, site.page(lasting(720)));
    await untilDialog(tab);
    await untilLeft(tab, 105);
    expect(logMarks(heard, 20)).toEqual([
      ...opening,
      ...[10, 5, 2].map((mark) => `polite: Less than ${mark} minutes left`),
    ]);
  });

  story('of the last two minutes the marks and the end, each once and in time', async ({ site, tab }) => {
    const heard = await hear(tab, 5);
    await visit(tab, site.page(lasting(150)));
    await untilPhase(tab, 'expired', { within: 60_000 });
    await untilHeard(tab, heard, /^description: It reached/, 1);
    expect(logMarks(heard)).toEqual([
      ...opening,
      'polite: Less than 2 minutes left',
      ...lastMinute,
      lastMark,
      ...ending,
    ]);
    const countdown = await tab.page.evaluate(() => {
      const root = document.querySelector('session-guard')!.shadowRoot!;
      return root.querySelectorAll('dialog [part~=countdown]:not([aria-hidden=true] *, [aria-hidden=true])')
        .length;
    });
    expect(countdown, 'countdowns in the dialog that are not aria-hidden').toBe(0);
  });

  story.needs('slow processor')('the same on a slow processor', async ({ site, tab }) => {
    const heard = await hear(tab, 3);
    await tab.page.emulateCPUThrottling(6);
    await visit(tab, site.page(lasting(90)));
    await untilPhase(tab, 'expired', { within: 60_000 });
    await untilHeard(tab, heard, /^description: It reached/, 1);
    expect(logMarks(heard)).toEqual([...opening, ...lastMinute, lastMark, ...ending]);
  });

  story('the marks from the banner too', async ({ site, tab }) => {
    const heard = await hear(tab, 6);
    await visit(tab, site.page(lasting(110)));
    await untilDialog(tab);
    await press(tab, 'dismiss');
    await untilBanner(tab);
    await untilPhase(tab, 'expired', { within: 60_000 });
    await untilHeard(tab, heard, /^description: It reached/, 1);
    expect(logMarks(heard)).toEqual([
      ...opening,
      ...lastMinute,
      'polite: Less than 20 seconds left',
      'dialog: Your session has ended',
      `description: ${work}`,
    ]);
  });

  story('nothing in a hidden tab, and the newest mark on return', async ({ site, tab }) => {
    const heard = await hear(tab, 6);
    await visit(tab, site.page(lasting(110)));
    await untilDialog(tab);
    const other = await hide(tab);
    await untilLeft(tab, 35);
    expect(log(heard)).toEqual(opening);
    await other.close();
    await show(tab);
    await untilLeft(tab, 12);
    expect(log(heard)).toEqual([
      ...opening,
      expect.stringMatching(/^polite: Less than [23]\d seconds left$/),
      lastMark,
    ]);
  });

  story('no mark again when the tab is left and shown again', async ({ site, tab }) => {
    const heard = await hear(tab, 2);
    await visit(tab, site.page(lasting(70)));
    await untilDialog(tab);
    await untilHeard(tab, heard, /60 seconds/, 1);
    const other = await hide(tab);
    await other.close();
    await show(tab);
    await untilLeft(tab, 44);
    expect(log(heard)).toEqual([...opening, 'polite: Less than 60 seconds left']);
  });

  story('what comes of each renewal', async ({ site, tab }) => {
    site.answer('/api/session/renew', { status: 500, delay: 300 });
    const heard = await hear(tab);
    await visit(tab, site.page(lasting(590)));
    await untilDialog(tab);
    for (const time of [1, 2]) {
      await press(tab, 'renew');
      await untilHeard(tab, heard, /^polite: Keeping you signed in…$/, time);
      await untilHeard(tab, heard, /^polite: Staying signed in did not work/, time);
    }
    site.sessions.life = 3000;
    site.answer('/api/session/renew', {
      delay: 300,
      body: { expires_at: new Date(Date.now() + 3_000_000).toISOString() },
    });
    await press(tab, 'renew');
    await untilHeard(tab, heard, /^polite: You are still signed in\.$/, 1);
  });

  story('the answer each time that "Check again" is pressed', async ({ site, context, tab }) => {
    site.sessions.life = 8;
    await signIn(context, site);
    const heard = await hear(tab);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'warning');
    await setOffline(tab, true);
    await untilPhase(tab, 'expired');
    await untilDialog(tab);
    await until(
      tab,
      'the words',
      () => see(tab),
      ({ text }) => /probably/.test(text),
    );
    const before = log(heard).filter((line) => /probably/.test(line)).length;
    for (const time of [1, 2]) {
      await press(tab, 'look');
      await untilHeard(tab, heard, /probably/, before + time);
    }
  });

  story('the name of the plain dialog too, and the time', async ({ site, tab }) => {
    site.answer('/dist/lib/component/prompt/prompt.js', { status: 404, body: 'Not found' });
    const heard = await hear(tab);
    await visit(tab, site.page(lasting(590), { element: 'lib' }));
    await untilHeard(tab, heard, /^dialog/, 1);
    expect(log(heard)).toEqual([
      'dialog: Your session is about to end',
      expect.stringMatching(/^description: .*\d:\d\d/),
    ]);
  });
});
