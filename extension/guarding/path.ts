import { readAddress } from '../profile/match.ts';

/** A path as profiles take it: of this origin, ASCII, no query, nothing that would be a glob. */
export function pathAt(address: string, origin: string): string | undefined {
  const url = readAddress(address, origin);
  if (!url || url.origin !== origin) return undefined;
  const path = url.pathname;
  return path.length <= 400 && /^\/(?!\/)[!-~]*$/.test(path) && !/[#\\*]/.test(path) ? path : undefined;
}

/** Whether a part of the path could be a secret, or names one thing of many: not to be kept. */
export const isPersonal = (path: string): boolean =>
  path.split('/').some((part) => /[\w%~.-]{24,}/.test(part) || /^[\da-f-]{16,}$/i.test(part));
