import { describe, expect } from 'vitest';
import type { GuardElement } from './element.ts';
import { entriesOf } from './log.ts';
import { see, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import type { Report } from './in-page/recorder.ts';
import { signIn, story, visit } from './story.ts';
import { pass, type Tab } from './tab.ts';

// Warned about with thirty seconds left, which leaves room for the pause: it may last until twenty-five.
const life = 38;

/** A key every 150 ms; says what was typed before the dialog came, and when the last key fell. */
async function type(tab: Tab, seconds: number): Promise<{ text: string; lastKeyAt: number }> {
  let text = '';
  let lastKeyAt = 0;
  const stop = Date.now() + seconds * 1000;
  while (Date.now() < stop && !isOpen(tab)) {
    const letter = 'abcdefghij'[text.length % 10] ?? '';
    lastKeyAt = Date.now();
    await tab.page.keyboard.press(letter as 'a');
    text += letter;
    await pass(150);
  }
  return { text, lastKeyAt };
}

function isOpen(tab: Tab): boolean {
  return openings(tab).length > 0;
}

function openings(tab: Tab): Report[] {
  return entriesOf(tab.log, 'shown').filter(({ detail }) => (detail as { dialog: boolean }).dialog);
}

async function value(tab: Tab, id: string): Promise<string> {
  return tab.page.evaluate((field) => {
    const element = document.getElementById(field);
    return element instanceof HTMLTextAreaElement ? element.value : (element?.textContent ?? '');
  }, id);
}

// A busy machine pauses by itself, or is too slow to press a key within half a second.
describe.concurrent('The dialog that comes while someone is typing', { retry: 2 }, () => {
  for (const field of ['notes', 'rich']) {
    story.inFront(`waits for a pause, and what was typed is in #${field}`, async ({ site, context, tab }) => {
      site.sessions.life = life;
      await signIn(context, site);
      await visit(tab, site.page(everything));
      await untilPhase(tab, 'active');
      await tab.page.click(`#${field}`);
      const warnsIn = site.endsAt() - 30_000 - Date.now();
      const { text, lastKeyAt } = await type(tab, warnsIn / 1000 + 2.5);
      const warning = await untilEvent(tab, 'warning', { within: 1000 });
      expect(warning.at).toBeLessThan(lastKeyAt);
      expect(isOpen(tab)).toBe(false);
      const opened = await untilDialog(tab, { within: 2000 });
      expect(opened.at - lastKeyAt).toBeGreaterThanOrEqual(690);
      expect(opened.at - lastKeyAt).toBeLessThan(2500);
      expect(await value(tab, field)).toBe(text);
    });
  }

  story.inFront('waits five seconds at most', async ({ site, context, tab }) => {
    site.sessions.life = life;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'active');
    await tab.page.click('#notes');
    const { text } = await type(tab, 14);
    const [opened] = openings(tab);
    const warning = await untilEvent(tab, 'warning', { within: 100 });
    expect((opened?.at ?? NaN) - warning.at).toBeGreaterThan(3500);
    expect((opened?.at ?? NaN) - warning.at).toBeLessThan(5500);
    const kept = await value(tab, 'notes');
    // The last key may have met the dialog.
    expect([text, text.slice(0, -1)]).toContain(kept);
  });

  story.inFront('takes no key for half a second', async ({ site, context, tab }) => {
    site.sessions.life = life;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'active');
    await tab.page.click('#notes');
    const opened = await untilDialog(tab);
    const keys = ['Escape', 'Enter', ' ', 'Tab', 'Enter'] as const;
    await Promise.all(keys.map((key) => tab.page.keyboard.press(key)));
    expect(Date.now() - opened.at, 'the keys came too late to prove anything').toBeLessThan(480);
    await pass(800);
    expect(await see(tab)).toMatchObject({ dialog: true, phase: 'warning' });
    expect(site.askedOf('/api/session/renew')).toEqual([]);
  });

  story.inFront('does not wait when the end is near', async ({ site, context, tab }) => {
    site.sessions.life = 20;
    await signIn(context, site);
    site.answer('/api/session', { status: 503 });
    await visit(tab, site.page(everything));
    await untilEvent(tab, 'problem');
    site.answer('/api/session', undefined);
    await tab.page.click('#notes');
    await tab.page.evaluate(() => {
      const guard = document.querySelector<GuardElement>('session-guard');
      setTimeout(() => void guard?.look(), 1500);
    });
    await type(tab, 4);
    const warning = await untilEvent(tab, 'warning', { within: 100 });
    expect((openings(tab)[0]?.at ?? NaN) - warning.at).toBeLessThan(400);
  });
});
