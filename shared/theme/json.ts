export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** UTF-8, as it is on a disk; stops counting once it is more than `most`. */
export function utf8Length(text: string, most: number): number {
  let bytes = 0;
  for (let at = 0; at < text.length && bytes <= most; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a pair: two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit & 0xf800) === 0xd800 ? 2 : 3;
  }
  return bytes;
}

export const isDeeper = (json: unknown, levels: number): boolean =>
  Object(json) === json &&
  (!levels || Object.values(json as object).some((each) => isDeeper(each, levels - 1)));

export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
