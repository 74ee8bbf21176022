/** The address in `?return_to=`, if it stays on this origin; else `home`, the path of the dashboard. */
export function returnTo({ search, origin }: { search: string; origin: string }, home: string): string {
  const wanted = new URLSearchParams(search).get('return_to');
  const fallback = new URL(home, origin).href;
  if (!wanted?.startsWith('/')) return fallback;
  try {
    const resolved = new URL(wanted, origin);
    // Whole, not its path alone: `/.//elsewhere.example` resolves to a path that is an address by itself.
    return resolved.origin === origin ? resolved.href : fallback;
  } catch {
    return fallback;
  }
}
