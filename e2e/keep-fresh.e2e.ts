import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { idle } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { pass } from './tab.ts';
import { expectAt } from './times.ts';

describe.concurrent('keep-fresh="active"', () => {
  story('renews in good time while someone is at work', async ({ site, context, tab }) => {
    site.limitIdleTime(32);
    await signIn(context, site);
    await visit(tab, site.page({ ...idle('32s'), 'keep-fresh': 'active' }));
    await untilPhase(tab, 'active');
    await tab.page.click('#notes');
    await tab.page.keyboard.type('at work');
    await untilEvent(tab, 'renewed', { within: 14_000 });
    expect(entriesOf(tab.log, 'session-guard-before-renew').map(({ detail }) => detail)).toEqual([
      { trigger: 'keep-fresh' },
    ]);
    await pass(3000);
    expect(site.askedOf('/api/session/renew')).toHaveLength(1);
    expect(entriesOf(tab.log, 'session-guard-warning')).toEqual([]);
    expect(entriesOf(tab.log, 'shown').some(({ detail }) => (detail as { dialog: boolean }).dialog)).toBe(
      false,
    );
  });

  story('sends nothing for a page that only moves by itself', async ({ site, context, tab }) => {
    site.limitIdleTime(20);
    await signIn(context, site);
    await visit(tab, site.page({ ...idle('20s'), 'keep-fresh': 'active' }));
    await untilPhase(tab, 'active');
    await tab.page.evaluate(() => {
      setInterval(() => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
        document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        document.querySelector<HTMLElement>('#save')?.focus();
        scrollBy(0, 1);
      }, 500);
    });
    await tab.page.mouse.move(100, 100);
    await tab.page.mouse.move(200, 300, { steps: 5 });
    expectAt(await untilEvent(tab, 'warning'), site.endsAt() - 10_000);
    await untilEvent(tab, 'expired');
    expect(site.askedOf('/api/session/renew')).toEqual([]);
  });

  story('does not take the use of the warning for work', async ({ site, context, tab }) => {
    site.limitIdleTime(20);
    await signIn(context, site);
    await visit(tab, site.page({ ...idle('20s'), 'keep-fresh': 'active' }));
    await untilDialog(tab);
    await pass(600);
    await tab.page.keyboard.press('Tab');
    await tab.page.keyboard.press('Escape');
    await untilEvent(tab, 'expired');
    expect(site.askedOf('/api/session/renew')).toEqual([]);
  });
});
