import type { SessionGuard } from '../../../component/session-guard.ts';
import type { Send } from '../../assets/connection.ts';
import { loadElement } from '../../assets/load-element.ts';
import { idleTimeout, onIdleTimeout, replaceToken, token } from './credentials.ts';

export interface Guarded {
  /** Absent: the page has none, and works all the same. */
  guard?: SessionGuard;
  /** The page's own requests: replies pass through untouched, and the element learns from them. */
  api: Send;
}

/** Puts `<session-guard>` into a page that brings one. `prepare` is called before it connects. */
export async function embedGuard(send: Send, prepare: (guard: SessionGuard) => void): Promise<Guarded> {
  const template = document.querySelector<HTMLTemplateElement>('template#guard');
  if (!template) return { api: send };
  const { guardFetch } = await loadElement();
  const copy = document.importNode(template.content, true);
  const guard = copy.querySelector<SessionGuard>('session-guard');
  if (!guard) throw new Error('The template holds no <session-guard>');

  // All before it connects: its first look must be a signed one.
  prepare(guard);
  guard.fetch = keepingTokens(send);
  guard.setAttribute('idle-timeout', idleTimeout());
  onIdleTimeout((changed) => guard.setAttribute('idle-timeout', changed));

  document.body.append(guard);
  return { guard, api: guardFetch(send, guard) };
}

/** What the element sends through: the token of a renewal is kept. */
function keepingTokens(send: Send): Send {
  return async (input, init) => {
    const sentWith = token();
    const reply = await send(input, init);
    if (reply.ok && init?.method === 'POST') {
      const { token: renewed } = (await reply.clone().json()) as { token?: { access_token: string } };
      if (renewed) replaceToken(sentWith, renewed.access_token);
    }
    return reply;
  };
}
