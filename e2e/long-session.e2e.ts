import { describe, expect } from 'vitest';
import { readTimers } from './in-page/timers.ts';
import { entriesOf } from './log.ts';
import { see, untilPhase } from './prompt.ts';
import { everything, idle, type Attributes } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { pass } from './tab.ts';

const days = 86_400;
const sessions: [string, Attributes][] = [
  ['that a look told', everything],
  ['under an idle timeout', idle('720h')],
];

describe.concurrent('A session of thirty days', () => {
  for (const [what, attributes] of sessions) {
    story(`${what} costs one timer, and nothing happens`, async ({ site, context, open }) => {
      site.sessions.life = 30 * days;
      await signIn(context, site);
      const tab = await open({ countTimers: true });
      await visit(tab, site.page(attributes));
      await untilPhase(tab, 'active');
      // What only a warning needs is fetched by then.
      await pass(11_000);
      const before = await tab.page.evaluate(readTimers);
      expect(before).toMatchObject({ timeouts: 1, intervals: 0, frames: 0 });
      expect(before?.longest).toBeLessThanOrEqual(2 ** 31 - 1);
      const asked = site.asked.length;
      await pass(6000);
      expect((await tab.page.evaluate(readTimers))?.wakeUps).toBe(before?.wakeUps);
      expect(site.asked.length).toBe(asked);
      expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false, banner: false });
      for (const name of ['warning', 'expired', 'ended', 'problem']) {
        expect(entriesOf(tab.log, `session-guard-${name}`)).toEqual([]);
      }
    });
  }
});
