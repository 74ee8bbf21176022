import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Shown as text, it runs none of the extension's code, and has its API. */
export const leverPath = '/manifest.json';

export const promptPath = 'extension/prompt/index.html';

/** A path in `dist/`, as `npm run build` leaves it. */
export function built(path: string): string {
  const found = fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
  if (!existsSync(found)) throw new Error(`dist/${path} is missing: run "npm run build" first.`);
  return found;
}
