// Apart from the schema, which the code that reads values does not need.
import type { CookieSource, Source } from './profile.ts';

/** Nothing says how to read the cookie's value: its own expiry is meant. */
export const meansOwnExpiry = ({ as, path, split, unit }: CookieSource): boolean =>
  (as ?? path ?? split ?? unit) === undefined;

/** It warns but ends nothing: what is typed or what a browser forgets is no word of the server. */
export const isWeak = (source: Source): boolean =>
  source.from === 'idle' || (source.from === 'cookie' && meansOwnExpiry(source));
