import { describe, expect } from 'vitest';
import { command } from '../guarded.ts';
import { alive } from '../traits/trait.ts';
import { called, expectAll, namesOf, proveAll } from './prove.ts';
import { story } from './story.ts';

describe('The end is known', () => {
  story('on pages that forbid everything, and on busy ones', async ({ extension, onEnd }) => {
    await proveAll(extension, namesOf(/^(policy|busy)-/), onEnd);
  });

  story('of sites with ways of their own; of some, nothing is', async ({ extension, onEnd }) => {
    const all = await proveAll(
      extension,
      namesOf(/^(renew-|site-renews|own-prompt|unknowable|no-keep-fresh)/),
      onEnd,
    );
    expect(await command(extension, { do: 'signed-in', site: 'unknowable' })).toEqual({ ok: true });
    await expectAll(extension, [{ shown: called(all, 'unknowable'), expected: alive }]);
  });
});
