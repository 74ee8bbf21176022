import type { Break } from './laws.ts';

const unit = (
  law: number,
  what: string,
  file: string,
  find: string,
  replace: string,
  test: string,
): Break => ({
  law,
  row: 'teams',
  what,
  file,
  find,
  replace,
  project: 'unit',
  tests: [test],
});

/** What protects themes, languages and policy, one way each to break it, and the test that must then fail. */
export const teamsLaws: Break[] = [
  unit(
    8,
    'a font of a theme writes style of its own',
    'shared/theme/theme-css.ts',
    '(sign) => `\\\\${sign.codePointAt(0)!.toString(16)} `',
    '(sign) => sign',
    'shared/theme/theme-css.test.ts',
  ),
  unit(
    5,
    'aliases that lead round in a circle are followed',
    'shared/theme/token-tree.ts',
    "if (trail.has(next)) return refuse('alias-cycle', path, noCircle([...trail], next));",
    'if (trail.has(next)) return undefined;',
    'shared/theme/read-theme.test.ts',
  ),
  unit(
    5,
    'a theme that is refused is worn',
    'component/theme/apply-theme.ts',
    'if (read.problems) return refused(read.problems);',
    '',
    'component/theme/apply-theme.test.ts',
  ),
  unit(
    8,
    'a page asks for what a policy has locked',
    'extension/background/commands.ts',
    'if (forbids(store.policy(), command, store.stored.preferences)) return decided;',
    '',
    'extension/background/policy.test.ts',
  ),
  unit(
    1,
    'a session is kept fresh for longer than a policy allows',
    'extension/policy/in-force.ts',
    'const atMost = Math.min(keepFresh.atMost ?? Infinity, longestKeepFresh);',
    'const atMost = keepFresh.atMost ?? Infinity;',
    'extension/policy/in-force.test.ts',
  ),
  unit(
    3,
    'a look leads to another before the same warning',
    'shared/looks.ts',
    'beforeWarning(1, way) - wobble)',
    'beforeWarning(1, way))',
    'shared/looks.test.ts',
  ),
  unit(
    10,
    'an end that came while the browser was closed is told, and not remembered',
    'extension/background/sessions.ts',
    '          heard = hear;\n',
    "          heard = hear;\n          if (awaySince !== undefined) hear('away');\n",
    'extension/background/background.test.ts',
  ),
];
