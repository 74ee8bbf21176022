import type { Frame, KeyInput, Page } from 'puppeteer-core';
import type { BareTab } from './driver.ts';
import { centreOf } from './in-page/find.ts';
import { readText } from './in-page/read-text.ts';
import { isPoint, until, type Prompt, type View } from './view.ts';

export interface ChromiumTab extends BareTab {
  readonly page: Page;
}

/** `frame` is asked for each time: navigations and the page itself may replace it. */
function viewOf(page: Page, frame: () => Frame): View {
  const view: View = {
    evaluate: (run, ...given) => frame().evaluate(run as never, ...given) as never,
    async click(target) {
      const point = isPoint(target)
        ? target
        : await until(JSON.stringify(target), () => view.evaluate(centreOf, target));
      const { x, y } = frame() === page.mainFrame() ? { x: 0, y: 0 } : await boxOf(frame());
      await painted(page);
      await page.mouse.click(x + point!.x, y + point!.y);
    },
    async type(target, text) {
      await view.click(target);
      await page.keyboard.type(text);
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    has: async (target) => (await view.evaluate(centreOf, target)) !== null,
    text: () => frame().evaluate(readText),
  };
  return view;
}

export function pageView(page: Page): View {
  return viewOf(page, () => page.mainFrame());
}

export function chromiumTab(page: Page): ChromiumTab {
  return {
    ...pageView(page),
    page,
    url: () => Promise.resolve(page.url()),
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    bringToFront: () => page.bringToFront(),
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => page.close(),
  };
}

export function promptView(page: Page, path: string): Prompt {
  const frame = (): Frame | undefined => page.frames().find((each) => isPrompt(each.url(), path));
  const there = (): Frame => {
    const found = frame();
    if (!found) throw new Error(`No prompt among the frames ${page.frames().map((each) => each.url())}.`);
    return found;
  };
  return {
    ...viewOf(page, there),
    exists: () => Promise.resolve(frame() !== undefined),
    box: () => boxOf(there()),
  };
}

/** Its host is another each session. */
const isPrompt = (url: string, path: string): boolean =>
  url.startsWith('chrome-extension://') && new URL(url).pathname === `/${path}`;

async function boxOf(frame: Frame): Promise<{ x: number; y: number; width: number; height: number }> {
  const model = await (await frame.frameElement())?.boxModel();
  const [from, , to] = model?.content ?? [];
  if (!from || !to) throw new Error('The prompt has no box.');
  return { ...from, width: to.x - from.x, height: to.y - from.y };
}

/** Until then the browser does not know which frame is under the mouse. */
const painted = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))),
  );
