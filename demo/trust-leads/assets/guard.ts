import type { SessionGuard } from '../../../component/session-guard.ts';
import type { Send } from '../../assets/connection.ts';
import { loadElement } from '../../assets/load-element.ts';
import { sayDataIsIntact } from './intact.ts';

export interface Guarded {
  /** Absent: the page has none, and works all the same. */
  guard?: SessionGuard;
  /** The page's own requests: replies pass through untouched, and the element learns from them. */
  api: Send;
}

/** Brings `<session-guard>` to life, where the server put one into the page with the end of the session. */
export async function startGuard(silentFetch: Send): Promise<Guarded> {
  const guard = document.querySelector<SessionGuard>('session-guard#guard');
  if (!guard) return { api: silentFetch };
  sayDataIsIntact(guard);
  // Before its code comes: whatever it sends goes the page's way.
  guard.fetch = silentFetch;
  const { guardFetch } = await loadElement();
  // Outside the silent refresh: the element hears only of what that gave up on.
  return { guard, api: guardFetch(silentFetch, guard) };
}
