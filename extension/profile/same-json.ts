/** Whether two values are the same JSON; the order of members does not matter. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (Object(one) !== one || Object(other) !== other) return one === other;
  const [members, others] = [one, other] as Record<string, unknown>[];
  const names = Object.keys(members!);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(others!).length &&
    names.every((name) => Object.hasOwn(others!, name) && isSameJson(members![name], others![name]))
  );
}
