/** Whether a text is a well-formed JSON Pointer (RFC 6901 §3): `''`, or `/`-led with `~` only as `~0` and `~1`. */
export function isPointer(text: string): boolean {
  return /^(\/([^~/]|~[01])*)*$/.test(text);
}

/**
 * Reads the value that a JSON Pointer (RFC 6901) names; `''` is the whole document.
 *
 * @returns `undefined` when nothing is there, also for a malformed pointer. Never throws.
 */
export function readPointer(json: unknown, pointer: string): unknown {
  if (!isPointer(pointer)) return undefined;
  let value = json;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    // Own and enumerable is what JSON wrote: no prototype's member, no array's length.
    if (Object(value) !== value || !{}.propertyIsEnumerable.call(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The texts and numbers that are there, as text, in the order of the pointers. */
export function readTexts(json: unknown, pointers: readonly string[]): string[] {
  return pointers
    .map((pointer) => readPointer(json, pointer))
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map(String);
}
