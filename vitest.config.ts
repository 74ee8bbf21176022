import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** The stories in one browser, after `before` other groups: they keep time, and share the machine with nobody. */
function stories(browser: 'chromium' | 'firefox', before: number): TestProjectInlineConfiguration {
  return {
    test: {
      name: browser,
      provide: { browser },
      sequence: { groupOrder: before },
      include: ['e2e/**/*.e2e.ts'],
      // What needs no browser runs once.
      exclude:
        browser === 'firefox'
          ? ['e2e/{automation,package,extension/build,extension/traits/traits}.e2e.ts']
          : [],
      testTimeout: 60_000,
      hookTimeout: 90_000,
      maxWorkers: 3,
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
      stories('chromium', 1),
      stories('firefox', 2),
    ],
  },
});
