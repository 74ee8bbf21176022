import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSilentFetch } from './silent-fetch.ts';

const url = 'http://127.0.0.1/trust-leads/api/leads';
const refusal = (code: string) => Response.json({ code, message: '' }, { status: 401 });

/** A server with one access token, and the tabs of one browser. */
let fresh: boolean;
let count: number;
let refused: string | undefined;
let sent: Request[];

const send = vi.fn((input: RequestInfo | URL, init?: RequestInit) => {
  sent.push(new Request(input, init));
  return Promise.resolve(fresh ? Response.json({ leads: [] }) : refusal('ACCESS_TOKEN_EXPIRED'));
});

const refresh = vi.fn(async () => {
  await Promise.resolve();
  if (refused) return refusal(refused);
  fresh = true;
  count += 1;
  return Response.json({});
});

/** Locks as a browser has them: one at a time, in turn. */
function createLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, work: () => Promise<unknown>) => {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
  } as Pick<LockManager, 'request'>;
}

const tab = (locks?: Pick<LockManager, 'request'>) =>
  createSilentFetch({ send, refresh, refreshes: () => String(count), locks });

beforeEach(() => {
  [fresh, count, refused, sent] = [false, 0, undefined, []];
  vi.clearAllMocks();
});

it('lets a request through whose access token is good', async () => {
  fresh = true;
  expect((await tab()(url)).status).toBe(200);
  expect(refresh).not.toHaveBeenCalled();
});

it('refreshes once and sends the request again, body and all', async () => {
  const reply = await tab()(url, { method: 'PUT', body: 'All my notes', headers: { 'X-CSRF-Token': 'c' } });
  expect(reply.status).toBe(200);
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(sent).toHaveLength(2);
  for (const request of sent) {
    expect([request.method, request.headers.get('X-CSRF-Token')]).toEqual(['PUT', 'c']);
    expect(await request.text()).toBe('All my notes');
  }
});

describe.each([
  ['with locks', createLocks],
  ['without locks', () => undefined],
])('%s', (_, locksOf) => {
  it('requests that fail together share one refresh', async () => {
    const silentFetch = tab(locksOf());
    const replies = await Promise.all([silentFetch(url), silentFetch(url), silentFetch(url)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('passes on why the refresh was refused, to each, and sends nothing again', async () => {
    refused = 'SESSION_EXPIRED';
    const silentFetch = tab(locksOf());
    const replies = await Promise.all([silentFetch(url), silentFetch(url)]);
    for (const reply of replies) {
      expect([reply.status, await reply.json()]).toMatchObject([401, { code: 'SESSION_EXPIRED' }]);
    }
    expect(send).toHaveBeenCalledTimes(2);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('tries anew with the next request after a refusal or no answer', async () => {
    const silentFetch = tab(locksOf());
    refresh.mockRejectedValueOnce(new TypeError('no answer'));
    await expect(silentFetch(url)).rejects.toThrow('no answer');
    expect((await silentFetch(url)).status).toBe(200);
  });
});

it('tabs that fail together share one refresh', async () => {
  const locks = createLocks();
  const replies = await Promise.all([tab(locks)(url), tab(locks)(url), tab(locks)(url)]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it.each(['SESSION_EXPIRED', 'API_KEY_INVALID', 'WRONG_PASSWORD'])('passes on %s untouched', async (code) => {
  send.mockResolvedValueOnce(refusal(code));
  const reply = await tab()(url);
  expect(await reply.json()).toMatchObject({ code });
  expect(refresh).not.toHaveBeenCalled();
});

it('passes on a 401 that is not even JSON', async () => {
  send.mockResolvedValueOnce(new Response('<h1>401</h1>', { status: 401 }));
  expect(await (await tab()(url)).text()).toBe('<h1>401</h1>');
  expect(refresh).not.toHaveBeenCalled();
});
