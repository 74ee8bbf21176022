/** The two cookies that a page may read; those that hold tokens no script ever sees. */
const read = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** How often this browser's tokens were replaced, by whichever tab. */
export const refreshes = (): string | undefined => read('trust-leads-refreshes');

/** For requests that change something, read anew for each. */
export const csrfHeader = (): Record<string, string> => ({ 'X-CSRF-Token': read('trust-leads-csrf') ?? '' });
