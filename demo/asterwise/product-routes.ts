import { Hono } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import type { Asterwise } from './asterwise.ts';
import { refuse } from './refusals.ts';

/** What Asterwise sells, and its ways in, each with a secret of its own. In this demo no secret is good. */
export function productRoutes({ now }: Asterwise): Hono<SessionEnv> {
  const product = new Hono<SessionEnv>();
  product.get('/v1/natal-chart', () => refuse('invalid_api_key', now()));
  product.post('/magic-links/redeem', () => refuse('magic_link_expired', now()));
  product.post('/codes/exchange', () => refuse('exchange_code_invalid', now()));
  return product;
}
