import { describe } from 'vitest';
import { pass } from '../../tab.ts';
import { known, over } from '../traits/trait.ts';
import { called, expectAll, namesOf, perform, proveAll, show } from './prove.ts';
import { story } from './story.ts';

describe('A limit', () => {
  story('slides with counted requests, with input, with a written cookie', async ({ extension, onEnd }) => {
    const all = await proveAll(extension, namesOf(/^idle-/), onEnd);
    for (const shown of all)
      for (const deed of ['revive', 'load'] as const) await perform(extension, shown, deed);
    // So that where it was and where it moves to can be told apart.
    await pass(2000);
    const uses = { 'idle-counted': 'load', 'idle-input': 'type #note', 'idle-cookie': '#call' } as const;
    for (const [name, deed] of Object.entries(uses)) {
      const shown = called(all, name);
      await shown.tab.bringToFront();
      await extension.killWorker();
      await perform(extension, shown, deed);
      await expectAll(extension, [{ shown, expected: known }]);
    }
  });

  story('that is a cookie’s own ends with it, though no event tells', async ({ extension, onEnd }) => {
    const [shown] = await show(extension, ['cookie-own-expiry'], onEnd);
    shown!.server.session.expireIn(8000);
    await perform(extension, shown!, 'load');
    await expectAll(extension, [{ shown: shown!, expected: { phase: 'warning', endsWithin: 8000 } }]);
    await extension.killWorker();
    await expectAll(extension, [{ shown: shown!, expected: over('not-found') }], 14_000);
  });
});
