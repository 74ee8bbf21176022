import { csrfToken } from '../../component/csrf.ts';
import type { Clock } from '../../shared/ports.ts';
import type { FromAgent, ToAgent } from '../messages.ts';
import { readBody } from './read-body.ts';

export type Ask = Extract<ToAgent, { order: 'ask' }>;
export type Answer = Extract<FromAgent, { say: 'answer' }>;

const patience = 10_000;
const told = ['date', 'age', 'content-type', 'www-authenticate'];

/**
 * Sends a look or renewal from the page: its origin, its cookies. No redirect is followed. Not sent at all where it
 * would go elsewhere or would go too late.
 */
export async function ask(order: Ask, { wall }: Clock): Promise<Answer> {
  const { id, kind, url, method, csrf, before = Infinity } = order;
  const requestedAt = wall();
  const answer = { say: 'answer', id, kind, url, requestedAt } as const;
  const none = () => ({ ...answer, receivedAt: wall() });
  const isOurs = URL.canParse(url) && new URL(url).origin === location.origin && origin !== 'null';
  if (!isOurs || requestedAt > before) return none();
  try {
    const headers: Record<string, string> = { Accept: 'application/json', ...order.headers };
    const token = csrf && csrfToken(`cookie:${csrf.name}`);
    if (token) headers[csrf.header] = token;
    const reply = await fetch(url, {
      method,
      headers,
      body: order.body,
      credentials: 'include',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const receivedAt = wall();
    const type = reply.headers.get('content-type') ?? '';
    const body = /^text\/|\bjson\b/i.test(type) ? await readBody(reply.body) : undefined;
    return {
      ...answer,
      receivedAt,
      status: reply.status,
      type: reply.type,
      headers: Object.fromEntries(
        told.map((name) => [name, (reply.headers.get(name) ?? '').slice(0, 1000)]).filter(([, it]) => it),
      ),
      ...(body !== undefined && { body }),
    };
  } catch {
    return none();
  }
}
