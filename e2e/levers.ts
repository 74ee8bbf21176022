/** The browsers in which the stories run, each as a project of vitest. */
export type BrowserName = 'chromium' | 'firefox';

/**
 * What a story may need and not every browser has. `levers.e2e.ts` tries each in every browser: one that is
 * said to be missing must fail there.
 */
export const levers = {
  freeze: {
    in: ['chromium'],
    why: 'Firefox has no events "freeze" and "resume", and WebDriver freezes nothing',
  },
  'accessibility tree': {
    in: ['chromium'],
    why: 'WebDriver tells what an element is for assistive technology only piecemeal, and no description',
  },
  'many in front': {
    in: ['chromium'],
    why: 'of several windows of Firefox only one has the focus, as it is with people',
  },
  'media features': {
    in: ['chromium'],
    why: 'WebDriver has no command for what a person prefers: forced colours, more contrast, less motion',
  },
  'input method': {
    in: ['chromium'],
    why: 'WebDriver has no command that composes text',
  },
  'slow processor': {
    in: ['chromium'],
    why: 'WebDriver has no command that slows the processor down',
  },
} as const satisfies Record<string, { in: readonly BrowserName[]; why: string }>;

export type Lever = keyof typeof levers;

export function isIn(lever: Lever, browser: BrowserName): boolean {
  return (levers[lever].in as readonly BrowserName[]).includes(browser);
}

export const why = (lever: Lever): string => levers[lever].why;
