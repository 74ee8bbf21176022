import { describe, expect } from 'vitest';
import { entriesOf, mark } from '../log.ts';
import { press, see, untilDialog, untilPhase } from '../prompt.ts';
import { everything, type Attributes } from '../site-pages.ts';
import type { Site } from '../site.ts';
import { story } from '../story.ts';
import { hide, pass, type Tab } from '../tab.ts';
import { askedOf, comeBack, enter, followLink, goBack } from './ways.ts';
import { adasWork, endNow, readWork } from './work.ts';

/** What no prompt and no cover is painted with. */
const paint = [255, 0, 153] as const;

const painted = (tab: Tab) =>
  tab.page.evaluate((color) => {
    document.querySelector('main')!.style.background = `rgb(${color.join()})`;
  }, paint);

/** How many points of the page itself a person sees, and how many could be clicked. */
async function pageSeen(tab: Tab): Promise<{ pixels: number; points: number }> {
  const picture = await tab.page.screenshot({ encoding: 'base64' });
  return tab.page.evaluate(
    async (data, [red, green, blue]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      canvas.drawImage(bitmap, 0, 0);
      const { data: seen } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      let pixels = 0;
      for (let at = 0; at < seen.length; at += 4) {
        const off = [seen[at]! - red, seen[at + 1]! - green, seen[at + 2]! - blue];
        if (off.every((one) => Math.abs(one) < 6)) pixels += 1;
      }
      let points = 0;
      for (let x = 1; x < innerWidth; x += 20)
        for (let y = 1; y < innerHeight; y += 20)
          if (document.elementFromPoint(x, y)?.localName !== 'session-guard') points += 1;
      return { pixels, points };
    },
    picture,
    paint,
  );
}

async function expectNothingOfAda(tab: Tab, site: Site, since: number): Promise<void> {
  const seen = await see(tab);
  expect(seen).toMatchObject({ phase: 'ended', modal: true, heading: 'Someone else is signed in' });
  expect(seen.parts).not.toContain('dismiss');
  await pass(700);
  for (let times = 0; times < 3; times++) await tab.page.keyboard.press('Escape');
  await pass(300);
  expect(await pageSeen(tab)).toEqual({ pixels: 0, points: 0 });
  expect(await see(tab)).toMatchObject({ modal: true });
  expect([...new Set(askedOf(site, since))]).toEqual(['GET /api/session']);
}

const isStranger = (tab: Tab, after: number) =>
  tab.log.wait(
    'somebody else',
    ({ kind, detail }) =>
      kind === 'session-guard-ended' && (detail as { reason: string }).reason === 'other-user',
    { after },
  );

describe.concurrent('Somebody else who signed in', () => {
  const ways: Record<string, Attributes> = { prompt: {}, cover: { 'on-expire': 'cover' } };
  for (const [way, attributes] of Object.entries(ways))
    story(
      `sees nothing of the page, which its own person finds as it was (${way})`,
      async ({ site, context, tab }) => {
        const before = await adasWork({ site, context, tab }, { ...everything, ...attributes });
        await painted(tab);
        expect((await pageSeen(tab)).pixels).toBeGreaterThan(1000);
        await endNow(tab, site);
        const other = await followLink(tab);
        await enter(other, 'bob');
        const since = mark(tab.log);
        const at = Date.now();
        await goBack(tab);
        await isStranger(tab, since);
        await untilDialog(tab);
        await expectNothingOfAda(tab, site, at);
        expect(entriesOf(tab.log, 'session-guard-restored')).toEqual([]);

        const again = await followLink(tab);
        await enter(again, 'ada');
        await comeBack(tab);
        expect(await readWork(tab)).toEqual(before);
        expect((await pageSeen(tab)).pixels).toBeGreaterThan(1000);
      },
    );

  story('while the session of its person lived sees nothing either', async ({ site, context, open }) => {
    const tab = await open();
    const named: Attributes = { ...everything, subject: ({ subject }) => subject };
    await adasWork({ site, context, tab }, named, { cacheControl: 'no-cache' });
    await painted(tab);
    const since = mark(tab.log);
    const other = await hide(tab);
    await other.goto(`${site.origin}/signin?return_to=${new URL(tab.page.url()).pathname}`);
    await enter(other, 'bob');
    await other.waitForSelector('session-guard[phase=active]');
    const at = Date.now();
    await goBack(tab);
    await isStranger(tab, since);
    await untilDialog(tab);
    await expectNothingOfAda(tab, site, at);

    // What was not saved is gone, as the prompt says.
    const reloaded = mark(tab.log);
    await Promise.all([tab.page.waitForNavigation(), press(tab, 'reload')]);
    await untilPhase(tab, 'active', { after: reloaded });
    expect(await tab.page.evaluate(typed)).toEqual('');
    expect(await see(tab)).toMatchObject({ dialog: false, banner: false });
  });

  story('is at home on a page of their own', async ({ site, context, open }) => {
    const tab = await open();
    await adasWork({ site, context, tab });
    const bobs = await open();
    await bobs.page.goto(`${site.origin}/signin?return_to=${new URL(tab.page.url()).pathname}`);
    await enter(bobs.page, 'bob');
    await untilPhase(bobs, 'active');
    await bobs.page.evaluate(() => document.querySelector('session-guard')!.look());
    expect(await see(bobs)).toMatchObject({ phase: 'active', dialog: false });
  });
});

const typed = () =>
  Array.from(document.querySelectorAll<HTMLInputElement>('#title, #report'), ({ value }) => value).join('');
