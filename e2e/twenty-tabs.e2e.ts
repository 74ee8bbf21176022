import { describe, expect } from 'vitest';
import { mark } from './log.ts';
import { renew } from './element.ts';
import { openMany } from './many.ts';
import { see, untilEvent } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story } from './story.ts';
import { pass } from './tab.ts';

const session = '/api/session';
const renewal = '/api/session/renew';

// One after the other: twenty tabs are enough work for a small machine.
describe.sequential('Twenty tabs', () => {
  story('renew once between them, though all are asked', async ({ site, context, open }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    const tabs = await openMany(20, open, site.page(everything));
    const before = await see(tabs[0]!);
    // Slow enough for the last to be asked while the first is at it.
    site.answer(renewal, () => {
      site.sessions.extendLatest();
      const body = { expires_at: new Date(site.endsAt()).toISOString() };
      return { delay: 4000, body };
    });
    await pass(1500);
    const outcomes = await Promise.all(tabs.map((tab) => renew(tab)));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true, phase: 'active' });
    expect(site.askedOf(renewal)).toHaveLength(1);
    const ends = new Set((await Promise.all(tabs.map(see))).map(({ endsAt }) => endsAt));
    expect(ends.size).toBe(1);
    expect([...ends][0]! > before.endsAt!).toBe(true);
  });

  story('that are told of a new end wait for it together', async ({ site, context, open }) => {
    site.sessions.life = 45;
    await signIn(context, site);
    const tabs = await openMany(6, open, site.page(everything));
    const since = Date.now();
    const marks = tabs.map((tab) => mark(tab.log));
    await renew(tabs[2]!);
    await Promise.all(tabs.map((tab, i) => untilEvent(tab, 'warning', { after: marks[i], within: 40_000 })));
    // One look before the warning, for all of them; two where two had one moment.
    expect(site.askedOf(session, since).length).toBeLessThanOrEqual(2);
    expect(site.askedOf(renewal, since)).toHaveLength(1);
  });
});
