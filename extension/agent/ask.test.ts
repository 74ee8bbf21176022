import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromAgent } from '../messages.ts';
import { ask, type Ask } from './ask.ts';
import { fakePage } from './testing/fake-page.ts';

const order: Ask = {
  order: 'ask',
  id: '1',
  kind: 'renew',
  url: 'https://app.test/renew',
  method: 'POST',
  headers: { 'x-a': 'b' },
  body: '{}',
  csrf: { name: 'xsrf', header: 'X-XSRF-Token' },
};
const clock = { wall: () => 1000, mono: () => 0 };
const json = {
  'content-type': 'application/json',
  date: 'Fri, 20 Nov 2026 10:00:00 GMT',
  'set-token': 'secret',
};
let sent: ReturnType<typeof vi.fn<typeof fetch>>;
let page: ReturnType<typeof fakePage>;

beforeEach(() => {
  page = fakePage();
  sent = vi.fn<typeof fetch>(async () => new Response('{"a":1}', { headers: json }));
  vi.stubGlobal('fetch', sent);
});
afterEach(() => vi.unstubAllGlobals());

async function answer(more: Partial<Ask> = {}) {
  const answered = await ask({ ...order, ...more }, clock);
  v.parse(fromAgent, answered);
  return answered;
}

describe('What the background asks the page to send', () => {
  test('is sent as it says, with the page’s cookies, the token of this moment, and no redirect followed', async () => {
    page.document.cookie = 'a=b; xsrf=t%20x';
    await answer();
    expect(sent.mock.calls[0]).toEqual([
      'https://app.test/renew',
      expect.objectContaining({
        method: 'POST',
        headers: { Accept: 'application/json', 'x-a': 'b', 'X-XSRF-Token': 't x' },
        body: '{}',
        credentials: 'include',
        cache: 'no-store',
        redirect: 'manual',
      }),
    ]);
  });

  test('is answered with status, the headers that tell of time and sessions, and the body', async () => {
    expect(await answer()).toEqual({
      say: 'answer',
      id: '1',
      kind: 'renew',
      url: order.url,
      requestedAt: 1000,
      receivedAt: 1000,
      status: 200,
      type: 'default',
      headers: { 'content-type': 'application/json', date: json.date },
      body: '{"a":1}',
    });
  });

  test.each([
    ['to another origin', { url: 'https://api.app.test/renew' }],
    ['to no address', { url: 'renew' }],
    ['too late', { before: 999 }],
  ])('is not sent %s', async (_, more) => {
    expect(await answer(more)).not.toHaveProperty('status');
    expect(sent).not.toHaveBeenCalled();
  });

  test('is not sent from a page that the browser keeps in a sandbox', async () => {
    vi.stubGlobal('origin', 'null');
    expect(await answer()).not.toHaveProperty('status');
    expect(sent).not.toHaveBeenCalled();
  });

  test('has no status where the page’s policy or the network refuses', async () => {
    sent.mockRejectedValue(new TypeError('NetworkError'));
    expect(await answer()).not.toHaveProperty('status');
  });

  test.each([
    ['longer than 64 kB', new Response('x'.repeat(65_537), { headers: { 'content-type': 'text/plain' } })],
    ['no text', new Response('x', { headers: { 'content-type': 'image/png' } })],
  ])('brings no body that is %s', async (_, reply) => {
    sent.mockResolvedValue(reply);
    const answered = await answer();
    expect(answered.status).toBe(200);
    expect(answered).not.toHaveProperty('body');
  });
});
