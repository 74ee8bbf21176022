import { describe, expect, it } from 'vitest';
import { startDemo, type Demo } from '../demo/start.ts';
// @ts-expect-error an example in plain JavaScript, as a reader copies it
import { runJob } from '../docs/examples/automation.mjs';
import { pass } from './tab.ts';

describe.concurrent('A job in plain Node', () => {
  function job(demo: Demo, items: number, each: (item: number) => unknown = () => {}) {
    const told: string[] = [];
    const triedAt: number[] = [];
    const done: Promise<number> = runJob({
      base: new URL('/arcp', demo.url).href,
      user: 'ARCP',
      password: 'ARCP',
      ttl: '20s',
      items: Array.from({ length: items }, (_, i) => i),
      say(line: string) {
        told.push(line);
        if (line === 'session: before-renew') triedAt.push(Date.now());
      },
      async work(item: number) {
        await each(item);
        await pass(1000);
      },
    });
    return { told, triedAt, done };
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
    const { told, triedAt, done } = job(demo, 40, (item) => item === 3 && demo.close());
    await expect(done).rejects.toThrow(/^Session (expired|ended) after \d+ items\.$/);
    // It tried, in vain: the server was gone.
    expect(told).not.toContain('session: renewed');
    expect(triedAt.length).toBeGreaterThan(0);
    const signedInBy = begun + 3000;
    for (const at of triedAt) expect(at).toBeLessThan(signedInBy + 20_000);
  });
});
