// Longer than any moment or duration: a hostile reply gives the patterns here little to chew on.
const longest = 100;

export const numeral = /^\d+(\.\d+)?$/;

/**
 * A string without its surrounding ASCII blanks, a number as it prints, `''` for nothing at all. Of everything
 * else only the type's name, which reads as nothing: a stranger's `toString` or `valueOf` is never called.
 */
export function plainText(value: unknown): string {
  const text = typeof value === 'number' ? `${value}` : (value ?? '');
  return typeof text === 'string' && text.length <= longest
    ? text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '')
    : typeof value;
}
