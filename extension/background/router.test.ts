import { describe, expect, test } from 'vitest';
import { createRouter, type Sender } from './router.ts';
import type { Background } from './start.ts';

const origin = 'chrome-extension://ours';
const id = 'ours';

function createWorld() {
  const done: unknown[] = [];
  const background = {
    hearAgent: (tab: unknown, said: unknown) => void done.push({ tab, said }),
    commands: {
      run: async (command: unknown, askedIn?: number) => {
        done.push(askedIn === undefined ? command : { command, askedIn });
        return { ok: true };
      },
    },
    house: {
      prompts: {
        key: (_: number, token: string) => (token === 'good' ? 'app|0' : undefined),
        size: () => {},
      },
    },
  } as unknown as Background;
  const route = createRouter(Promise.resolve(background), { id, origin });
  return { done, route };
}

const tab = { id: 7, incognito: false };
const agent: Sender = { id, url: 'https://app.example/', frameId: 0, tab };
const popup: Sender = { id, url: `${origin}/extension/popup/index.html`, origin };
const frame: Sender = { id, url: `${origin}/extension/prompt/index.html`, origin, frameId: 5, tab };
const renew = { do: 'renew', key: 'app|0' };
const hello = { say: 'hello', seen: true, acted: false, forbids: false };

describe('A message', () => {
  test('of an agent is heard as of its tab', async () => {
    const { done, route } = createWorld();
    await route(hello, agent);
    expect(done).toEqual([{ tab: { tabId: 7, url: agent.url, store: '0', isPrivate: false }, said: hello }]);
  });

  test('of a page of ours is done', async () => {
    const { done, route } = createWorld();
    expect(await route(renew, popup)).toEqual({ ok: true });
    expect(done).toEqual([renew]);
  });

  test('of a prompt is done with its token, for its tab', async () => {
    const { done, route } = createWorld();
    expect(await route({ prompt: 'hello', token: 'good' }, frame)).toEqual({ key: 'app|0' });
    await route({ prompt: 'do', token: 'good', what: 'renew' }, frame);
    expect(done).toEqual([{ command: renew, askedIn: tab.id }]);
  });

  test.each<[string, unknown, Sender]>([
    ['of another extension', renew, { ...popup, id: 'other' }],
    ['of a page that says it is ours', renew, { ...agent, origin: 'https://app.example' }],
    ['of a content script that orders', renew, agent],
    ['of our page in a frame of a stranger', renew, { ...popup, frameId: 3, tab }],
    ['of a prompt that orders without its token', renew, frame],
    ['of a prompt with a token of another tab', { prompt: 'do', token: 'bad', what: 'renew' }, frame],
    ['of a sandboxed prompt', { prompt: 'do', token: 'good', what: 'renew' }, { ...frame, origin: 'null' }],
    ['of an agent in a frame', hello, { ...agent, frameId: 2 }],
    ['of an agent outside of tabs', hello, { ...agent, tab: undefined }],
    ['of an agent in a page of ours', hello, { ...popup, frameId: 0, tab }],
    ['of an agent with more than may be said', { ...hello, token: 'x' }, agent],
    ['of an agent with a time that is none', { say: 'sign', sign: 0, requestedAt: NaN }, agent],
    ['of an agent with a place below 0', { say: 'sign', sign: -1, requestedAt: 1 }, agent],
    ['that is no object', 'renew', popup],
    ['that is nothing', null, popup],
    ['without address', renew, { id }],
  ])('%s comes to nothing', async (_, message, sender) => {
    const { done, route } = createWorld();
    const answer = await route(message, sender);
    expect(done).toEqual([]);
    expect((answer as { ok?: boolean } | undefined)?.ok).not.toBe(true);
  });

  test('that is a bad command is refused with a reason', async () => {
    const { route } = createWorld();
    expect(await route({ do: 'fly' }, popup)).toMatchObject({ ok: false, problem: { code: 'bad-command' } });
  });

  test('that is for somebody else is left to them: no promise', () => {
    const { route } = createWorld();
    expect(route({ order: 'armed' }, popup)).toBeUndefined();
  });
});
