import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromAgent } from '../messages.ts';
import { startAgent } from './agent.ts';
import { stopAll, takeOver } from './parts.ts';
import { fakeElement, fakePage, orders } from './testing/fake-page.ts';

const start = Date.parse('2026-11-20T10:00:00Z');
let page: ReturnType<typeof fakePage>;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  page = fakePage();
});
afterEach(() => {
  for (const message of page.said) v.parse(fromAgent, message);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** An agent that got its orders. */
async function follow(given: Partial<typeof orders> = {}) {
  page.orders = { ...orders, ...given };
  const stop = startAgent();
  await vi.advanceTimersByTimeAsync(0);
  return stop;
}

const listeners = () => page.window.listeners + page.document.listeners + page.listeners.size;

describe('The agent', () => {
  test('says hello, and whether somebody acted here', async () => {
    page.userActivation.hasBeenActive = true;
    await follow();
    expect(page.said).toMatchObject([
      { say: 'hello', seen: true, acted: true, forbids: false, loadedAt: expect.any(Number) },
    ]);
  });

  test('goes silent where nobody guards the page: no listener, no timer', async () => {
    startAgent();
    await vi.advanceTimersByTimeAsync(0);
    expect(listeners()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    page.document.fire('visibilitychange');
    expect(page.said).toHaveLength(1);
  });

  test('says hello again when nobody could answer, once the page is seen', async () => {
    page.runtime.sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    await follow();
    page.document.fire('visibilitychange');
    expect(page.of('hello')).toHaveLength(1);
  });

  test('says hello again when the head forbids, and when the page comes back from the cache', async () => {
    await follow();
    page.found['meta[name=session-guard][content~=no-keep-fresh]'] = [fakeElement()];
    page.document.fire('DOMContentLoaded');
    expect(page.of('hello').map(({ forbids }) => forbids)).toEqual([false, true]);
    page.window.fire('pageshow', { persisted: false });
    expect(page.of('hello')).toHaveLength(2);
    page.window.fire('pageshow', { persisted: true });
    expect(page.of('hello')).toHaveLength(3);
  });

  test('says when it is seen and when it goes', async () => {
    await follow();
    page.document.hidden = true;
    page.document.fire('visibilitychange');
    page.window.fire('pagehide');
    expect(page.said.slice(1)).toEqual([{ say: 'seen', seen: false, acted: false }, { say: 'bye' }]);
  });

  test('answers orders with how it stands now', async () => {
    await follow();
    page.userActivation.hasBeenActive = true;
    expect(page.order(orders)).toEqual({ say: 'seen', seen: true, acted: true });
  });

  test.each([
    ['its id is gone', () => (page.runtime.id = undefined)],
    [
      'it may not speak',
      () =>
        page.runtime.sendMessage.mockImplementation(() => {
          throw new Error('Extension context invalidated.');
        }),
    ],
  ])('goes silent for ever as an orphan, with all of the extension: %s', async (_, orphan) => {
    const prompt = vi.fn();
    const stop = await follow({ wantsInput: true, dueAt: start + 20_000 });
    takeOver('agent', stop);
    takeOver('prompt-host', prompt);
    orphan();
    page.document.fire('visibilitychange');
    await vi.advanceTimersByTimeAsync(0);
    expect(prompt).toHaveBeenCalledOnce();
    expect(page.window.listeners + page.document.listeners + page.requests.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    stopAll();
  });

  test('stops when told to', async () => {
    await follow({ wantsInput: true });
    page.order({ order: 'stop' });
    expect(listeners() + page.requests.size + page.mutations.size).toBe(0);
  });
});

describe('Input', () => {
  test('is told once for each time that it matters, and only that of a person', async () => {
    await follow({ wantsInput: true });
    page.window.fire('keydown', { isTrusted: false });
    expect(page.of('input')).toHaveLength(0);
    page.window.fire('keydown');
    page.window.fire('pointerdown');
    expect(page.of('input')).toHaveLength(1);
    expect(page.window.of('wheel')).toHaveLength(0);
    page.order({ ...orders, wantsInput: true });
    page.window.fire('wheel');
    expect(page.of('input')).toHaveLength(2);
  });

  test('is not listened for where it does not matter', async () => {
    await follow();
    expect(page.window.of('keydown')).toHaveLength(0);
  });

  test('is told so often as the orders say', async () => {
    await follow({ inputEvery: 60_000 });
    page.window.fire('keydown');
    page.window.fire('keydown');
    vi.advanceTimersByTime(59_000);
    page.window.fire('keydown');
    expect(page.of('input')).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    page.window.fire('keydown');
    expect(page.of('input')).toHaveLength(2);
  });
});

describe('The moment that is due', () => {
  test('is told by one timer, once', async () => {
    await follow({ dueAt: start + 20_000 });
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(19_999);
    expect(page.of('due')).toHaveLength(0);
    vi.advanceTimersByTime(60_000);
    expect(page.of('due')).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
    page.document.fire('visibilitychange');
    vi.advanceTimersByTime(0);
    expect(page.of('due')).toHaveLength(1);
  });

  test('is not waited for out of sight, and told late when the page is seen', async () => {
    page.document.hidden = true;
    await follow({ dueAt: start + 20_000 });
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(25_000);
    page.document.hidden = false;
    page.document.fire('visibilitychange');
    vi.advanceTimersByTime(0);
    expect(page.of('due')).toHaveLength(1);
  });

  test('is not waited for when it is far', async () => {
    await follow({ dueAt: start + 31_000 });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('Replies', () => {
  test('are told by their sign, without the query, in the time of the wall clock', async () => {
    await follow();
    vi.advanceTimersByTime(5000);
    // Since the page began somebody set the clock.
    vi.setSystemTime(start + 3_600_000);
    page.answered({
      name: 'https://app.test/api/data?token=secret#x',
      responseStatus: 401,
      startTime: performance.now() - 1000,
    });
    expect(page.of('sign')).toEqual([
      { say: 'sign', sign: 3, requestedAt: start + 3_599_000, url: 'https://app.test/api/data' },
    ]);
  });

  test('are not watched where no sign asks for them', async () => {
    await follow({ signs: [{ place: 0, page: 'form', means: 'ended' }] });
    expect(page.requests.size).toBe(0);
  });

  test('wake the background at most twice a minute when all is well', async () => {
    await follow();
    const awake = new Set<number>();
    page.runtime.sendMessage.mockImplementation(async () => void awake.add(Math.round(performance.now())));
    for (let second = 0; second < 300; second++) {
      page.answered({ startTime: performance.now() }, { name: 'https://app.test/api/me' });
      vi.advanceTimersByTime(1000);
    }
    expect(awake.size).toBeLessThanOrEqual(11);
    expect(awake.size).toBeGreaterThanOrEqual(10);
  });

  test('may come by the thousand: few are looked at', async () => {
    await follow();
    const flood = Array.from({ length: 10_000 }, () => ({
      get name() {
        return (looks++, 'https://app.test/api/data');
      },
      responseStatus: 401,
    }));
    let looks = 0;
    const before = performance.now();
    for (const see of page.requests)
      see(
        flood.map(
          (each) =>
            Object.setPrototypeOf(
              {
                entryType: 'resource',
                initiatorType: 'fetch',
                redirectStart: 0,
                transferSize: 1,
                startTime: 1,
              },
              each,
            ) as never,
        ),
      );
    expect(performance.now()).toBe(before);
    expect(looks).toBeLessThanOrEqual(600);
    expect(page.of('sign')).toHaveLength(1);
    vi.advanceTimersByTime(60_000);
    expect(page.of('sign')).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('count the document once, though the browser brings its entry twice', async () => {
    await follow();
    const document = { entryType: 'navigation', initiatorType: 'navigation', responseStatus: 401 };
    page.answered(document);
    vi.advanceTimersByTime(5000);
    page.answered(document);
    vi.advanceTimersByTime(5000);
    expect(page.of('sign')).toHaveLength(1);
  });
});

describe('A <session-guard> of the page', () => {
  test('is told as it is, when it changes, and when it is gone', async () => {
    const element = fakeElement({ phase: 'active', 'ends-at': '2026-11-20T10:20:00.000Z' });
    page.found['session-guard'] = [element];
    await follow();
    page.document.readyState = 'complete';
    page.window.fire('load');
    expect(page.of('element')).toEqual([
      { say: 'element', phase: 'active', endsAt: '2026-11-20T10:20:00.000Z' },
    ]);
    element.attributes.phase = 'warning';
    page.change();
    vi.advanceTimersByTime(1000);
    expect(page.of('element')[1]).toMatchObject({ phase: 'warning' });
    element.isConnected = false;
    page.found['session-guard'] = [];
    page.change();
    vi.advanceTimersByTime(1000);
    expect(page.of('element')[2]).toEqual({ say: 'element', phase: '' });
  });

  test('is found by its events in a shadow root', async () => {
    await follow();
    page.window.fire('session-guard-change', {
      composedPath: () => [fakeElement({ phase: 'active', headless: '' }), {}, page.document],
    });
    vi.advanceTimersByTime(500);
    expect(page.of('element')).toEqual([{ say: 'element', phase: 'active', headless: true }]);
  });

  test('may change as often as it likes: it is told at most twice a second', async () => {
    await follow();
    const element = fakeElement({ phase: 'active' });
    for (let count = 0; count < 1000; count++) {
      element.attributes['ends-at'] = `${count}`;
      page.window.fire('session-guard-change', { composedPath: () => [element] });
      page.change();
      vi.advanceTimersByTime(10);
    }
    expect(page.of('element').length).toBeLessThanOrEqual(20);
  });
});

describe('What the page shows', () => {
  const signs = [{ place: 1, page: 'form#sign-in', means: 'ended' }];

  test('is told when it comes, once until it was gone', async () => {
    page.document.readyState = 'complete';
    await follow({ signs });
    page.found['form#sign-in'] = [fakeElement()];
    for (let count = 0; count < 5; count++) {
      page.change();
      vi.advanceTimersByTime(1000);
    }
    expect(page.of('sign')).toHaveLength(1);
    page.found['form#sign-in'] = [];
    page.change();
    vi.advanceTimersByTime(1000);
    page.found['form#sign-in'] = [fakeElement()];
    page.change();
    vi.advanceTimersByTime(1000);
    expect(page.of('sign')).toHaveLength(2);
  });

  test('is looked at once a second at most, ten seconds out of sight, and watched by nobody without signs', async () => {
    page.document.readyState = 'complete';
    await follow();
    expect(page.mutations.size).toBe(0);
    page.document.hidden = true;
    page.order({ ...orders, signs });
    page.found['form#sign-in'] = [fakeElement()];
    page.change();
    expect(page.mutations.size).toBe(0);
    vi.advanceTimersByTime(9000);
    expect(page.of('sign')).toHaveLength(0);
    vi.advanceTimersByTime(1000);
    expect(page.of('sign')).toHaveLength(1);
  });
});
