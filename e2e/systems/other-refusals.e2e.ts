import { describe, expect } from 'vitest';
import { entriesOf } from '../log.ts';
import { see } from '../prompt.ts';
import { pass } from '../tab.ts';
import { pull, systemStory } from './system-story.ts';

const refusals: Record<string, string[]> = {
  asterwise: ['api-key', 'magic-link', 'exchange-code', 'password', 'right'].map((id) => `refuse-${id}`),
  'trust-leads': ['do-wrong-password', 'do-forbidden', 'do-api-key', 'do-no-csrf'],
};

describe.concurrent('A refusal of something else', () => {
  systemStory(
    'never opens the prompt',
    async ({ system, signIn }) => {
      const tab = await signIn('5m');
      const statuses: number[] = [];
      tab.page.on('response', (reply) => void statuses.push(reply.status()));
      for (const id of refusals[system.id]!) {
        await pull(tab, id);
        await pass(400);
      }
      await pass(1000);
      // Each was refused, indeed.
      expect(statuses.filter((status) => status === 401 || status === 403).length).toBeGreaterThanOrEqual(
        refusals[system.id]!.length,
      );
      expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false, banner: false });
      expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
    },
    ({ id }) => id in refusals,
  );
});
