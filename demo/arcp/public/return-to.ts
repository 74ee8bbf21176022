/** The address in `?return_to=`, if it stays on this origin; else the dashboard. */
export function returnTo(): string {
  const wanted = new URLSearchParams(location.search).get('return_to');
  const fallback = new URL('/arcp/', location.origin).href;
  if (!wanted?.startsWith('/')) return fallback;
  try {
    const resolved = new URL(wanted, location.origin);
    // Whole, not its path alone: `/.//elsewhere.example` resolves to a path that is an address by itself.
    return resolved.origin === location.origin ? resolved.href : fallback;
  } catch {
    return fallback;
  }
}
