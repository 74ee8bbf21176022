import { describe } from 'vitest';
import { over } from '../traits/trait.ts';
import { called, expectAll, namesOf, perform, proveAll } from './prove.ts';
import { story } from './story.ts';

describe('A look', () => {
  story('tells how the session stands, as far as it says it', async ({ extension, onEnd }) => {
    const all = await proveAll(extension, namesOf(/^look-/), onEnd);

    // Wherever something is refused, it is asked.
    const shown = called(all, 'look-401');
    for (const deed of ['revive', 'load', 'check'] as const) await perform(extension, shown, deed);
    await expectAll(extension, [{ shown, expected: shown.trait.expects }]);
    shown.server.session.end();
    await extension.killWorker();
    await shown.tab.evaluate(async () => (await fetch('api/me')).text());
    await expectAll(extension, [{ shown, expected: over('expired') }]);
  });
});
