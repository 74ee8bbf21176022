import { afterEach, expect, it, vi } from 'vitest';
import { goOn } from './go-on.ts';

const origin = 'http://127.0.0.1:4310';

afterEach(() => void vi.unstubAllGlobals());

/** Where a sign-in with this query leads. */
function ledTo(query: Record<string, string>): string {
  const replace = vi.fn();
  vi.stubGlobal('location', { origin, search: `?${new URLSearchParams(query)}`, replace });
  goOn('/arcp/');
  return new URL(replace.mock.calls[0]?.[0] as string, origin).href;
}

it('leads back to where the person was, else to the dashboard', () => {
  expect(ledTo({ return_to: '/arcp/?cover#agents' })).toBe(`${origin}/arcp/?cover#agents`);
  expect(ledTo({})).toBe(`${origin}/arcp/`);
});

it('in a tab of its own it ends with leave to close it, the way back still known', () => {
  expect(ledTo({ return_to: '/arcp/?cover#agents', then: 'close' })).toBe(
    `${origin}/arcp/signed-in?return_to=%2Farcp%2F%3Fcover%23agents`,
  );
  expect(ledTo({ then: 'elsewhere' })).toBe(`${origin}/arcp/`);
});

it.each([
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example',
  'javascript:alert(1)',
])('never leads to %j', (wanted) => {
  expect(ledTo({ return_to: wanted })).toBe(`${origin}/arcp/`);
  expect(ledTo({ return_to: wanted, then: 'close' })).toBe(`${origin}/arcp/signed-in?return_to=%2Farcp%2F`);
});
