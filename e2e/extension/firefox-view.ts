import type { BareTab } from './driver.ts';
import type { Session } from './firefox-session.ts';
import { centreOf } from './in-page/find.ts';
import { readText } from './in-page/read-text.ts';
import { isPoint, until, type Point, type Prompt, type View } from './view.ts';

export interface FirefoxTab extends BareTab {
  readonly handle: string;
}

/** What WebDriver calls keys that write no character. */
const keys: Record<string, string> = {
  Tab: '\ue004',
  Enter: '\ue007',
  Escape: '\ue00c',
  Backspace: '\ue003',
};

export const keyOf = (name: string): string => keys[name] ?? name;

type Within = <T>(work: () => Promise<T>) => Promise<T>;

function viewOf(session: Session, within: Within): View {
  const { send, evaluate } = session;
  const view: View = {
    evaluate: (run, ...given) => within(() => evaluate(run, ...given)),
    async click(target) {
      const point = isPoint(target)
        ? target
        : await until(JSON.stringify(target), () => view.evaluate(centreOf, target));
      await within(() => clickAt(session, point!));
    },
    async type(target, text) {
      await view.click(target);
      await within(() => send('WebDriver:PerformActions', pressing([...text])));
    },
    press: (key) => within(() => send('WebDriver:PerformActions', pressing([keyOf(key)]))),
    has: async (target) => (await view.evaluate(centreOf, target)) !== null,
    text: () => view.evaluate(readText),
  };
  return view;
}

function clickAt({ send }: Session, { x, y }: Point): Promise<void> {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport', duration: 0 },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  return send('WebDriver:PerformActions', {
    actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
  });
}

const pressing = (values: string[]): object => ({
  actions: [
    {
      type: 'key',
      id: 'keyboard',
      actions: values.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    },
  ],
});

export function firefoxTab(session: Session, handle: string): FirefoxTab {
  const { send } = session;
  const within = inTab(session, handle);
  return {
    ...viewOf(session, within),
    handle,
    url: async () => (await within<{ value: string }>(() => send('WebDriver:GetCurrentURL'))).value,
    goto: (url) => within(() => send('WebDriver:Navigate', { url })),
    reload: () => within(() => send('WebDriver:Refresh')),
    bringToFront: () => session.alone(() => send('WebDriver:SwitchToWindow', { handle, focus: true })),
    async screenshot() {
      const { value } = await within<{ value: string }>(() =>
        send('WebDriver:TakeScreenshot', { full: false }),
      );
      return Buffer.from(value, 'base64');
    },
    close: () => within(() => send('WebDriver:CloseWindow')),
  };
}

function inTab(session: Session, handle: string): Within {
  return (work) =>
    session.alone(async () => {
      await session.send('WebDriver:SwitchToWindow', { handle, focus: false });
      return work();
    });
}

export function promptView(session: Session, handle: string, address: string): Prompt {
  const tab = inTab(session, handle);
  const view = viewOf(session, (work) =>
    tab(async () => {
      if (!(await enterFrame(session, address))) throw new Error('No prompt among the frames.');
      return work();
    }),
  );
  const page = viewOf(session, tab);
  return {
    ...view,
    exists: () => tab(() => enterFrame(session, address)),
    async box() {
      const [inPage, inFrame] = [await page.evaluate(placeOnScreen), await view.evaluate(placeOnScreen)];
      return { ...inFrame, x: inFrame.x - inPage.x, y: inFrame.y - inPage.y };
    },
  };
}

/** Frames are counted in closed roots, too. */
async function enterFrame({ send, evaluate }: Session, address: string): Promise<boolean> {
  for (let id = 0; ; id++) {
    await send('WebDriver:SwitchToFrame', { id: null });
    const entered = await send('WebDriver:SwitchToFrame', { id }).then(
      () => true,
      () => false,
    );
    if (!entered) return false;
    if ((await evaluate(() => location.href)).startsWith(address)) return true;
  }
}

function placeOnScreen(): { x: number; y: number; width: number; height: number } {
  const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Record<string, number>;
  return { x: mozInnerScreenX ?? 0, y: mozInnerScreenY ?? 0, width: innerWidth, height: innerHeight };
}
