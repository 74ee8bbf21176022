import { factsOf } from './page-facts.ts';

// In the page's isolated world, which the page cannot see. `look-at-tab.ts` calls it, and takes it away.
Object.assign(globalThis, {
  sessionGuardLook: (now: number) =>
    factsOf(
      {
        href: location.href,
        title: document.title,
        cookie: () => document.cookie,
        storage: (area) => (area === 'local' ? localStorage : sessionStorage),
        element: () => document.querySelector('session-guard'),
        meta: () => document.querySelector('meta[name="session-guard" i]')?.getAttribute('content') ?? null,
        hasPassword: () =>
          [...document.querySelectorAll('input[type="password" i]')].some((field) => field.checkVisibility()),
      },
      now,
    ),
});
