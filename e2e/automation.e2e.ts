import { describe, expect, it } from 'vitest';
import { startDemo, type Demo } from '../demo/start.ts';
// @ts-expect-error an example in plain JavaScript, as a reader copies it
import { runJob } from '../docs/examples/automation.mjs';
import { pass } from './tab.ts';

describe.concurrent('A job in plain Node', () => {
  function job(demo: Demo, items: number, each: (item: number) => unknown = () => {}) {
    const told: string[] = [];
    const times = { 'session: before-renew': 0, 'session: renewed': 0 };
    const done: Promise<number> = runJob({
      base: new URL('/arcp', demo.url).href,
      user: 'ARCP',
      password: 'ARCP',
      ttl: '20s',
      items: Array.from({ length: items }, (_, i) => i),
      say(line: string) {
        told.push(line);
        if (line in times) times[line as keyof typeof times] = Date.now();
      },
      async work(item: number) {
        await each(item);
        await pass(1000);
      },
    });
    return { told, times, done };
  }

  it('outlives one session: it renews well before the end, without a request of its own', async () => {
    const demo = await startDemo();
    const { told, done } = job(demo, 30);
    expect(await done).toBe(30);
    await demo.close();
    expect(told).toContain('session: renewed');
    expect(told).not.toContain('session: expired');
  });

  it('stops when the session is over, and renews nothing after', async () => {
    const demo = await startDemo();
    const begun = Date.now();
    const { times, done } = job(demo, 40, (item) => item === 3 && demo.close());
    await expect(done).rejects.toThrow(/^Session (expired|ended) after \d+ items\.$/);
    // It tried again, in vain, for the server was gone; the last time before the end of the session.
    const renewedAt = times['session: renewed'] || begun;
    expect(times['session: before-renew']).toBeGreaterThan(renewedAt);
    expect(times['session: before-renew']).toBeLessThan(renewedAt + 20_000);
  });
});
