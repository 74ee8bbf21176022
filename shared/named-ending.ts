import type { Reason } from './ending.ts';
import { codes, endings } from './endings.ts';
import { readPointer, readTexts } from './json-pointer.ts';

/** The ending that a body states by a code of `endings.ts`, whatever the status. Never throws. */
export function namedEnding(body: unknown): { reason: Reason; code: string } | undefined {
  for (const code of codesIn(body)) {
    const reason = readPointer(endings, '/' + code.toLowerCase().replace(/[-_.]/g, ''));
    if (reason) return { reason: reason as Reason, code };
  }
  return undefined;
}

/** The codes in a body, wherever replies carry them. */
export function codesIn(body: unknown): string[] {
  return readTexts(body, codes).flatMap((text) => /(?:^|[/#:])([\w.-]{1,64})$/.exec(text)?.[1] ?? []);
}
