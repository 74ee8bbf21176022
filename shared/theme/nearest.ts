/** The known name that a misspelt one is likely to mean. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const given = name.slice(0, 40).toLowerCase();
  let best: string | undefined;
  let least = Math.max(3, given.length / 2);
  for (const each of known) {
    const steps = distance(given, each.toLowerCase());
    if (steps < least) [best, least] = [each, steps];
  }
  return best;
}

/** How many letters to add, take away or change (Levenshtein). */
function distance(one: string, other: string): number {
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 0; row < one.length; row++) {
    const next = [row + 1];
    for (let at = 0; at < other.length; at++) {
      const changed = last[at]! + (one[row] === other[at] ? 0 : 1);
      next.push(Math.min(changed, last[at + 1]! + 1, next[at]! + 1));
    }
    last = next;
  }
  return last.at(-1)!;
}
