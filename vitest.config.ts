import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** `npm run test:all`: also what would take the ordinary run past its twenty minutes. */
const isAll = Boolean(process.env.ALL_SYSTEMS);

/** Many windows at once, moments of seconds: these stories share the machine with no other. */
const alone = ['e2e/extension/{killed,systems,policy}.e2e.ts'];
/** A policy is for every browser on the machine, and each browser has a file of its own. */
const ofMachine = ['e2e/extension/policy.e2e.ts'];
const all = ['e2e/**/*.e2e.ts'];
/** What needs no browser runs once. */
const once = ['e2e/{automation,package,extension/build,extension/traits/traits}.e2e.ts'];
/** What one browser shows as well as the other: each ordinarily runs in one of them, dealt out by their lengths. */
const inChromium = [
  'e2e/{already-past,bad-settings,clock-wrong,csp,drafts-module,forged,harness,hidden,http-cache}.e2e.ts',
  'e2e/{keyboard,late-code,levers,long-session,nothing-lost,playground,recipes,renew-fails}.e2e.ts',
  'e2e/{renew,requests,statements,theme-editor,two-elements,typing}.e2e.ts',
  'e2e/accessibility/{every-state,languages,spoken}.e2e.ts',
  'e2e/coming-back/{identity,never-by-itself,other-targets}.e2e.ts',
  'e2e/drafts/told-before.e2e.ts',
  'e2e/systems/{session,silent-refresh,unguarded}.e2e.ts',
  'e2e/voices/{details,limits,notice,restart,title}.e2e.ts',
  'e2e/extension/{agent,options,popup,sources/limits,sources/looks,traits/in-browsers}.e2e.ts',
];
const inFirefox = [
  'e2e/{back-forward-cache,clock-step,idle,keep-fresh,no-session,offline,other-refusals}.e2e.ts',
  'e2e/{revoked,tabs,twenty-tabs}.e2e.ts',
  'e2e/coming-back/{new-tab,opener-policy,somebody-else,without-the-link}.e2e.ts',
  'e2e/drafts/{put-back,refused}.e2e.ts',
  'e2e/systems/other-refusals.e2e.ts',
  'e2e/voices/{dismissed,other-origins}.e2e.ts',
  'e2e/extension/{guarding,harness,sources/ends,sources/pages,sources/values}.e2e.ts',
];

const unless = (files: string[]): string[] => (isAll ? [] : files);

interface Which {
  name: string;
  include: string[];
  exclude?: string[];
  maxWorkers: number;
}

/** The stories in one browser, after `before` other groups: they keep time, and share the machine with nobody. */
function stories(
  browser: 'chromium' | 'firefox',
  before: number,
  { name, include, exclude = [], maxWorkers }: Which,
): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      provide: { browser },
      sequence: { groupOrder: before },
      include,
      exclude,
      testTimeout: 60_000,
      hookTimeout: 90_000,
      maxWorkers,
      // They keep real time on a machine that may not: one more try, and the run names whoever needed it.
      retry: 1,
      // Firefox takes a core for seconds to start: the files of a worker share one.
      isolate: browser !== 'firefox',
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['{shared,component,extension,demo,docs,scripts}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      stories('chromium', 1, {
        name: 'chromium',
        include: all,
        exclude: [...alone, ...unless(inFirefox)],
        maxWorkers: 3,
      }),
      stories('firefox', 2, {
        name: 'firefox',
        include: all,
        exclude: [...alone, ...once, ...unless(inChromium)],
        maxWorkers: 3,
      }),
      stories('chromium', 3, { name: 'chromium-alone', include: alone, maxWorkers: 1 }),
      stories('firefox', 4, { name: 'firefox-alone', include: isAll ? alone : ofMachine, maxWorkers: 1 }),
    ],
  },
});
