import type * as GuardFetch from '../../component/guard-fetch.ts';

// Addresses, not imports that the compiler follows: the server hands out the built files.
const elementModule: string = '/session-guard/standalone.js';
const fetchModule: string = '/session-guard/lib/component/guard-fetch.js';

/** Defines `<session-guard>`, and brings what wraps the page's own `fetch`. */
export async function loadElement(): Promise<Pick<typeof GuardFetch, 'guardFetch'>> {
  const [{ guardFetch }] = (await Promise.all([import(fetchModule), import(elementModule)])) as [
    typeof GuardFetch,
    unknown,
  ];
  return { guardFetch };
}
