import { has } from '../story.ts';
import { pass, type Tab } from '../tab.ts';
import { runAxe } from './axe.ts';
import { findBadColours } from './in-page/colours.ts';
import { findCutOff } from './in-page/cut-off.ts';
import { readFocus } from './in-page/focus.ts';
import { findSmallTargets } from './in-page/targets.ts';
import { dress, light, looks, sizes } from './looks.ts';

interface Walk {
  /** Also backwards. */
  back: boolean;
  /** Looks at the ring around focus. A window that is not in front shows none. */
  ring: boolean;
}

/** Everything wrong with what is shown, in each look and size: one line each. */
export async function inspect(tab: Tab, state: string, ring = has('many in front')): Promise<string[]> {
  const found: string[] = [];
  await settle(tab);
  for (const [size, viewport] of Object.entries(sizes)) {
    await tab.page.setViewport(viewport);
    for (const look of looks) {
      await dress(tab, look);
      // Backwards once for each size: it depends on nothing else.
      for (const fault of await inspectOnce(tab, { back: look === looks[0], ring }))
        found.push(`${state}, ${look.name}, ${size}: ${fault}`);
    }
  }
  // The words that come next are waited for in English, and what is pressed then is to be in view.
  await tab.page.setViewport(sizes.wide);
  await dress(tab, light);
  return found;
}

/** The dialog has come to rest, and takes keys: it ignores those of its first 500 ms. */
export async function settle({ log, page }: Tab): Promise<void> {
  const shown = log.entries.findLast(({ kind }) => kind === 'shown');
  await pass((shown?.at ?? 0) + 600 - Date.now());
  await page.evaluate(async () => {
    const root = document.querySelector('session-guard')!.shadowRoot!;
    await Promise.allSettled(root.getAnimations().map(({ finished }) => finished));
  });
}

export async function inspectOnce(tab: Tab, how: Walk): Promise<string[]> {
  return [
    ...(await runAxe(tab)),
    ...(await tab.page.evaluate(findCutOff)),
    ...(await tab.page.evaluate(findSmallTargets)),
    ...(await walk(tab, how)),
    // With a ring around the last control.
    ...(await tab.page.evaluate(findBadColours)),
  ];
}

/** Goes through the controls with Tab, from the heading of the dialog or the end of the page. */
async function walk({ page }: Tab, { back, ring }: Walk): Promise<string[]> {
  await page.evaluate(() => {
    const root = document.querySelector('session-guard')!.shadowRoot!;
    const dialog = root.querySelector('dialog[open]');
    if (!dialog) return document.getElementById('away')!.focus();
    dialog.querySelector<HTMLElement>('[tabindex]')?.focus();
  });
  const found = new Set<string>();
  for (const keys of back ? ([['Tab'], ['Shift', 'Tab']] as const) : ([['Tab']] as const)) {
    const { control: from, controls } = await page.evaluate(readFocus, false);
    const missed = new Set(Array(controls).keys());
    missed.delete(from);
    for (let press = 0; press < controls + 2 && missed.size > 0; press += 1) {
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys) await page.keyboard.up(key);
      const { control, faults } = await page.evaluate(readFocus, ring);
      missed.delete(control);
      for (const fault of faults) found.add(fault);
    }
    for (const control of missed) found.add(`${keys.join('+')} does not reach control ${control + 1}`);
  }
  return [...found];
}
