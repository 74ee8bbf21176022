import { describe, expect } from 'vitest';
import type { GuardElement } from './element.ts';
import { untilPhase } from './prompt.ts';
import { story, visit } from './story.ts';
import type { Tab } from './tab.ts';

/** Seconds left as the element tells it. */
const left = (tab: Tab) =>
  tab.page.evaluate(() => {
    const endsAt = document.querySelector('session-guard')?.getAttribute('ends-at');
    return endsAt ? Math.round((Date.parse(endsAt) - Date.now()) / 1000) : null;
  });

const act = (tab: Tab, what: 'again' | 'move' | 'absolute' | 'start at once') =>
  tab.page.evaluate(async (what) => {
    const guard = document.querySelector<GuardElement>('session-guard');
    if (!guard) throw new Error('no element');
    await new Promise((next) => setTimeout(next, 3000));
    if (what === 'again') guard.setAttribute('expires-in', guard.getAttribute('expires-in') ?? '');
    if (what === 'move') document.body.prepend(guard);
    if (what === 'absolute')
      guard.setAttribute('absolute-expires-at', new Date(Date.now() + 3_600_000).toISOString());
    if (what === 'start at once') {
      guard.remove();
      const other = document.createElement('session-guard') as GuardElement;
      document.body.append(other);
      other.start({ expiresIn: 500 });
    }
    await new Promise((next) => setTimeout(next, 100));
  }, what);

describe.concurrent('What the page states', () => {
  for (const [what, seconds] of [
    ['again', 600],
    ['move', 597],
    ['absolute', 597],
    ['start at once', 500],
  ] as const) {
    const told = {
      again: 'is a new reading where the same value is set again',
      move: 'is not read again when the element moves',
      absolute: 'is not read again when another value is set',
      'start at once': 'is heard right after the element is added',
    };
    story(told[what], async ({ site, tab }) => {
      await visit(tab, site.page({ 'expires-in': '600', 'sign-in-url': '/signin' }));
      await untilPhase(tab, 'active');
      await act(tab, what);
      const now = await left(tab);
      expect(now).toBeGreaterThanOrEqual(seconds - 2);
      expect(now).toBeLessThanOrEqual(seconds);
    });
  }
});
