import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import type { Open } from './many.ts';
import { see, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import type { Site } from './site.ts';
import { signIn, story, visit } from './story.ts';
import { pass, show } from './tab.ts';

const session = '/api/session';

/** A script of the same origin that means no good. */
async function forger(site: Site, open: Open): Promise<(message: unknown) => Promise<void>> {
  const tab = await open();
  await visit(tab, `${site.origin}/other`);
  return async (message) => {
    await tab.page.evaluate(
      (name, data) => new BroadcastChannel(name).postMessage(data),
      `session-guard ${site.origin}${session}`,
      message,
    );
  };
}

const reading = (at: number, said: object) => ({
  v: 1,
  readings: [{ source: 'look', requestedAt: at, receivedAt: at, ...said }],
});

describe.concurrent('A forged message', () => {
  story('is worth no more than the server’s word', async ({ site, context, open, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    const forge = await forger(site, open);
    await visit(tab, site.page(everything));
    await show(tab);
    await untilPhase(tab, 'active');
    const before = (await see(tab)).endsAt;
    const asked = site.askedOf(session).length;
    const expiry = (at: number) => ({ alive: { expiry: { at, server: true } } });

    await forge(reading(Date.now(), expiry(Date.UTC(2099, 0))));
    await forge({ ...reading(Date.now(), expiry(Date.now() + 3_600_000)), v: 2 });
    await forge('valid until 2099');
    await pass(500);
    expect([(await see(tab)).endsAt, site.askedOf(session).length]).toEqual([before, asked]);

    await forge(reading(Date.now(), { ended: { reason: 'expired', certain: true } }));
    await pass(1000);
    expect([(await see(tab)).phase, site.askedOf(session).length]).toEqual(['active', asked + 1]);
    expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
  });

  story('revives nothing, and a flood of them is not read', async ({ site, context, open, tab }) => {
    site.sessions.life = 8;
    await signIn(context, site);
    const forge = await forger(site, open);
    await visit(tab, site.page(everything));
    await show(tab);
    await untilPhase(tab, 'ended');
    const asked = site.askedOf(session).length;
    for (let i = 0; i < 30; i++)
      await forge(reading(Date.now(), { alive: { expiry: { at: Date.now() + 600_000, server: true } } }));
    await pass(1000);
    expect((await see(tab)).phase).toBe('ended');
    expect(site.askedOf(session).length - asked).toBeLessThanOrEqual(2);
  });
});
