import type { SessionGuard } from '../../../component/session-guard.ts';
import type { Send } from '../../assets/connection.ts';
import { loadElement } from '../../assets/load-element.ts';

export interface Guarded {
  /** Absent: the page has none, and works all the same. */
  guard?: SessionGuard;
  /** The page's own requests: replies pass through untouched, and the element learns from them. */
  api: Send;
}

/** What the server says of a session. */
export interface StatedSession {
  expires_at: string;
  expires_in: number;
}

/** Puts `<session-guard>` into a page that brings one in a template. `prepare` is called before it connects. */
export async function embedGuard(send: Send, prepare: (guard: SessionGuard) => void): Promise<Guarded> {
  const template = document.querySelector<HTMLTemplateElement>('template#guard');
  if (!template) return { api: send };
  const { guardFetch } = await loadElement();
  const copy = document.importNode(template.content, true);
  const guard = copy.querySelector<SessionGuard>('session-guard');
  if (!guard) throw new Error('The template holds no <session-guard>');
  prepare(guard);
  document.body.append(guard);
  return { guard, api: guardFetch(send, guard) };
}

/**
 * Tells the element of a session, and whose it is. Both ends: together they show how wrong this computer's clock is.
 */
export function tellGuard(
  guard: SessionGuard | undefined,
  { expires_at, expires_in }: StatedSession,
  whose: string,
  requestedAt: number,
): void {
  guard?.start({ body: { expires_at, expires_in, user: { id: whose } }, requestedAt });
}
