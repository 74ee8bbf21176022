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
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<unknown>(
      // Own and enumerable is what JSON wrote: no prototype's member, no array's length.
      (value, key) =>
        Object(value) === value && {}.propertyIsEnumerable.call(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      isPointer(pointer) ? json : undefined,
    );
}
