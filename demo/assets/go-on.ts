import { returnTo } from './return-to.ts';

/** Leaves the sign-in that is done. `home`: the path of the dashboard. */
export function goOn(home: string): void {
  const asked = new URLSearchParams(location.search);
  const back = returnTo(location, home);
  // Replaced, not followed: a tab in which nothing else was shown may be closed by a page.
  if (asked.get('then') === 'close') {
    const { pathname, search, hash } = new URL(back);
    location.replace(`${home}signed-in?${new URLSearchParams({ return_to: pathname + search + hash })}`);
  } else location.replace(back);
}
