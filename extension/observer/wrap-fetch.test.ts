import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Passing } from './observe.ts';
import { wrapFetch } from './wrap-fetch.ts';

type Page = Parameters<typeof wrapFetch>[0];

let passing: Passing[];
let native: ReturnType<typeof vi.fn<typeof fetch>>;
let page: Page;

beforeEach(() => {
  passing = [];
  native = vi.fn<typeof fetch>(async () => Response.json({ a: 1 }));
  page = { fetch: native } as unknown as Page;
  wrapFetch(page, (each) => passing.push(each));
});

describe('A fetch that is observed', () => {
  test('looks as it did', () => {
    const real = { fetch } as unknown as Page;
    wrapFetch(real, () => undefined);
    expect(real.fetch.name).toBe(fetch.name);
    expect(real.fetch.length).toBe(fetch.length);
    expect(Object.keys(real)).toEqual(['fetch']);
    expect(Function.prototype.toString.call(real.fetch)).toContain('[native code]');
  });

  test('gives the page the very reply, unread', async () => {
    const reply = Response.json({ a: 1 });
    native.mockResolvedValue(reply);
    wrapFetch(page, (each) => each.keep());
    expect(await page.fetch('https://app.test/')).toBe(reply);
    expect(reply.bodyUsed).toBe(false);
    expect(await reply.json()).toEqual({ a: 1 });
  });

  test('is called as the page called it, and asks nothing twice', async () => {
    const method = vi.fn(() => 'PUT');
    const init = Object.defineProperty({}, 'method', { get: method, enumerable: true }) as RequestInit;
    await page.fetch.call(page, 'https://app.test/', init);
    expect(method).not.toHaveBeenCalled();
    expect(native.mock.calls[0]![1]).toBe(init);
    expect(native.mock.contexts[0]).toBe(page);
  });

  test('fails as it would', async () => {
    const error = new TypeError('Failed to fetch');
    native.mockRejectedValue(error);
    await expect(page.fetch('https://app.test/')).rejects.toBe(error);
    expect(passing).toEqual([]);
  });

  test('stands whatever becomes of our look at it', async () => {
    wrapFetch(page, () => {
      throw new Error('ours');
    });
    await expect(page.fetch('https://app.test/')).resolves.toBeInstanceOf(Response);
  });

  test('knows the method of a Request and of init', async () => {
    await page.fetch(new Request('https://app.test/', { method: 'PUT' }));
    await page.fetch('https://app.test/', { method: 'POST' });
    await page.fetch('https://app.test/');
    expect(passing.map(({ method }) => method)).toEqual(['PUT', 'POST', 'GET']);
  });

  test('gives no copy that is longer than 64 kB', async () => {
    native.mockResolvedValue(new Response(`"${'x'.repeat(70_000)}"`));
    const reply = await page.fetch('https://app.test/');
    expect(passing).toHaveLength(1);
    const kept = passing[0]!.keep();
    const [ours, theirs] = await Promise.all([kept.json(), reply.text()]);
    expect(ours).toBeUndefined();
    expect(theirs).toHaveLength(70_002);
  });
});
