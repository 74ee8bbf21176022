import type { Context } from 'hono';

/** The members of a request's JSON object; none where it is anything else. */
export async function readBody(c: Context): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  return (typeof body === 'object' && body ? body : {}) as Record<string, unknown>;
}
