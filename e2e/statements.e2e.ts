import { describe, expect } from 'vitest';
import type { GuardElement } from './element.ts';
import { untilPhase } from './prompt.ts';
import { story, visit } from './story.ts';
import type { Tab } from './tab.ts';

/** Does it after three seconds; says how long after the navigation, and after the deed, the session then ends. */
const act = (tab: Tab, what: 'again' | 'move' | 'absolute' | 'start at once') =>
  tab.page.evaluate(async (what) => {
    const guard = document.querySelector<GuardElement>('session-guard');
    if (!guard) throw new Error('no element');
    await new Promise((next) => setTimeout(next, 3000));
    const at = Date.now();
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
    const endsAt = Date.parse(document.querySelector('session-guard')?.getAttribute('ends-at') ?? '');
    return { navigation: (endsAt - performance.timeOrigin) / 1000, deed: (endsAt - at) / 1000 };
  }, what);

describe.concurrent('What the page states', () => {
  for (const [what, since, seconds] of [
    ['again', 'deed', 600],
    ['move', 'navigation', 600],
    ['absolute', 'navigation', 600],
    ['start at once', 'deed', 500],
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
      const ends = await act(tab, what);
      expect(ends[since]).toBeGreaterThan(seconds - 1);
      expect(ends[since]).toBeLessThan(seconds + 2);
    });
  }
});
