/**
 * Runs while no other tab holds the lock of this name. A page that leaves lets go of it, or it could not rest in the
 * back/forward cache; what it was doing goes on if it comes back. Rejects where there are no locks.
 */
export async function pageLock(name: string, run: () => Promise<unknown>): Promise<unknown> {
  const gone = new AbortController();
  const leaves = () => gone.abort();
  window.addEventListener('pagehide', leaves, { once: true });
  const left = new Promise((resolve) => gone.signal.addEventListener('abort', resolve));
  try {
    return await navigator.locks.request(`session-guard ${name}`, { signal: gone.signal }, () =>
      Promise.race([run(), left]),
    );
  } catch (error) {
    if (gone.signal.aborted)
      await new Promise((back) => window.addEventListener('pageshow', back, { once: true }));
    throw error;
  } finally {
    window.removeEventListener('pagehide', leaves);
  }
}
