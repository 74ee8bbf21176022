import type { Ask, Reply } from '../shared/ports.ts';
import { csrfToken } from './csrf.ts';

/** How the page sends looks and renewals: its own `fetch` property, or the platform's. */
export interface Sender {
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | null;
  csrfFrom?: string | null;
  csrfHeader?: string | null;
}

const patience = 10_000;

/**
 * Sends one look or renewal. A redirect is not followed: the page it leads to says nothing of the session. The
 * CSRF token goes to this origin only.
 */
export function sendFrom(sender: Sender, { kind, url, method }: Ask): Promise<Reply> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  const token =
    kind === 'renew' &&
    sender.csrfFrom &&
    new URL(url).origin === location.origin &&
    csrfToken(sender.csrfFrom);
  if (token) headers[sender.csrfHeader ?? 'X-CSRF-Token'] = token;
  const send = sender.fetch ?? ((url: string, init: RequestInit) => fetch(url, init));
  return send(url, {
    method,
    headers,
    cache: 'no-store',
    redirect: 'manual',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(patience),
  });
}
