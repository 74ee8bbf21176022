import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BrowserName } from '../levers.ts';
import { built } from './built.ts';
import { addOn } from './firefox-profile.ts';

/** Where systems keep what their owners decide: for everybody on this machine, and every browser of that name. */
const places: Record<BrowserName, { file: string; content(policy: object): object }> = {
  chromium: {
    file: '/etc/chromium/policies/managed/session-guard-story.json',
    content: (policy) => ({ '3rdparty': { extensions: { [unpackedId(built('chromium'))]: policy } } }),
  },
  firefox: {
    file: '/etc/firefox/policies/policies.json',
    content: (policy) => ({ policies: { '3rdparty': { Extensions: { [addOn]: policy } } } }),
  },
};

/** An extension without a key is known by the folder that it was loaded from. */
const unpackedId = (folder: string): string =>
  createHash('sha256')
    .update(folder)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]!);

/** A real policy file, until `remove`; whatever was there before comes back. */
export function policyFile(name: BrowserName): { write(policy: object): void; remove(): void } {
  const { file, content } = places[name];
  const before = existsSync(file) ? readFileSync(file) : undefined;
  return {
    write(policy) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(content(policy)));
    },
    remove: () => (before ? writeFileSync(file, before) : rmSync(file, { force: true })),
  };
}
