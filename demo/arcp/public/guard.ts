import type * as GuardFetch from '../../../component/guard-fetch.ts';
import type { SessionGuard } from '../../../component/session-guard.ts';
import type { Connection, Send } from './connection.ts';
import { idleTimeout, onIdleTimeout } from './credentials.ts';
import { byId } from './dom.ts';

// Addresses, not imports that the compiler follows: the server hands out the built files.
const elementModule: string = '/session-guard/standalone.js';
const fetchModule: string = '/session-guard/lib/component/guard-fetch.js';

export interface Guarded {
  guard: SessionGuard;
  /** The page's own requests: replies pass through untouched, and the element learns from them. */
  api: Send;
}

/** Puts `<session-guard>` into the page. */
export async function embedGuard({ send, sendForGuard }: Connection): Promise<Guarded> {
  const [{ guardFetch }] = (await Promise.all([import(fetchModule), import(elementModule)])) as [
    typeof GuardFetch,
    unknown,
  ];
  const copy = document.importNode(byId<HTMLTemplateElement>('guard').content, true);
  const guard = copy.querySelector<SessionGuard>('session-guard');
  if (!guard) throw new Error('The template holds no <session-guard>');

  // Both before it connects: its first look must be a signed one.
  guard.fetch = sendForGuard;
  guard.setAttribute('idle-timeout', idleTimeout());
  onIdleTimeout((changed) => guard.setAttribute('idle-timeout', changed));

  document.body.append(guard);
  return { guard, api: guardFetch(send, guard) };
}
