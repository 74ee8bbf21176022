import { tokens } from '../../shared/session-shapes.ts';
import type { ValueSource } from '../profile/profile.ts';
import { readSource } from '../profile/sources.ts';
import { containerFor, endNamed, isSessionLike, type How } from './names.ts';

/** What a value states of an end, and how it was read. Of the value nothing else is kept (law 7). */
export interface Stated {
  how: How;
  endsAt: number;
}

const endPaths = ['/expires_at', '/expiresAt', '/expires_on', '/expiresOn', '/expires', '/exp'];
const tokenPaths = [...tokens, '/token', '/jwt', '/idToken'];

/**
 * Finds the way in which a value states a moment that is still ahead, if there is one. Numbers are moments only under
 * a name that promises an end: any id may be a number.
 *
 * @param from where the value was found: a cookie's is percent-encoded.
 */
export function readStated(
  from: 'cookie' | 'storage' | 'header',
  name: string,
  value: string,
  now: number,
): Stated | undefined {
  for (const how of waysFor(name, value)) {
    const { expiresAt } = readSource(asSource(from, how), value, { requestedAt: now, receivedAt: now });
    if (expiresAt !== undefined && expiresAt > now) return { how, endsAt: expiresAt };
  }
  return undefined;
}

function waysFor(name: string, value: string): How[] {
  const known = containerFor(name);
  if (known) return [known];
  const promised = endNamed(name) !== undefined;
  const ways: How[] = promised ? [{ as: 'moment' }] : [];
  const isJson = /^\s*("|\{|%7b|%22)/i.test(value);
  // JSON around a JWT has its dots, too.
  ways.push(isJson ? { as: 'json' } : { as: 'jwt' }, { as: 'base64-json' });
  if (isJson && promised) ways.push({ as: 'json', path: '' });
  if (isJson && isSessionLike(name))
    ways.push(
      ...endPaths.map((path): How => ({ as: 'json', path })),
      ...tokenPaths.map((path): How => ({ as: 'jwt', path })),
    );
  return ways;
}

function asSource(from: 'cookie' | 'storage' | 'header', how: How): ValueSource {
  if (from === 'cookie') return { from, name: '*', ...how };
  if (from === 'header') return { from, url: '/*', name: '*', ...how };
  return { from, area: 'local', key: '*', ...how };
}
