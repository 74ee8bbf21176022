import { afterEach, expect, it } from 'vitest';
import { startDemo, type Demo } from './start.ts';

let taken: Demo | undefined;
afterEach(() => taken?.close());

it('rejects when the port is taken', async () => {
  taken = await startDemo();
  const port = Number(new URL(taken.url).port);
  await expect(startDemo({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

it('is reached by loopback only, and closes with a request under way', async () => {
  const slow = await startDemo({ slowBy: 60_000 });
  expect(new URL(slow.url).hostname).toBe('127.0.0.1');
  // One bound to every address would answer here too.
  await expect(fetch(slow.url.replace('127.0.0.1', '[::1]'))).rejects.toThrow();
  const headers = { 'X-Client-Fingerprint': 'f' };
  const login = await fetch(`${slow.url}/arcp/auth/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username: 'ARCP', password: 'ARCP' }),
  });
  const { access_token } = (await login.json()) as { access_token: string };
  const signed = { ...headers, Authorization: `Bearer ${access_token}` };
  await fetch(`${slow.url}/arcp/debug/faults`, { method: 'POST', headers: signed, body: '{"slow":true}' });
  const waiting = expect(fetch(`${slow.url}/arcp/agents`, { headers: signed })).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await slow.close();
  await waiting;
});
