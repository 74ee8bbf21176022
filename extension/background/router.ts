import * as v from 'valibot';
import { problem } from '../../shared/problem.ts';
import { command, fromAgent, fromPrompt, type Command, type CommandAnswer } from '../messages.ts';
import type { AgentTab } from './hearing.ts';
import type { Background } from './start.ts';

/** Who sent a message, as the browser says it. */
export interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  tab?: { id?: number; incognito: boolean; cookieStoreId?: string; url?: string };
}

export interface Self {
  id: string;
  /** `chrome-extension://…`, without a slash at the end. */
  origin: string;
}

const promptPage = '/extension/prompt/index.html';

/**
 * One router for all messages. It is not async: it returns a promise for what is its own, and nothing for the rest.
 * A message is parsed, and its sender checked, before it is worth anything.
 */
export function createRouter(ready: Promise<Background>, self: Self) {
  let started: Background | undefined;
  ready.then(
    (background) => (started = background),
    () => {},
  );

  const mayUse = ({ id, url }: Sender) => id === self.id && url !== undefined && URL.canParse(url);

  /** A page of ours in a tab or popup, never in a frame of a stranger. */
  function isPage({ url, origin, frameId, tab }: Sender): boolean {
    const { pathname } = new URL(url!);
    const isOwn = url!.startsWith(`${self.origin}/`) && (origin ?? self.origin) === self.origin;
    return isOwn && pathname !== promptPage && (!tab || frameId === 0);
  }

  /** The prompt page in a frame of a tab. Where the page sandboxes it, its origin is not ours. */
  function isPrompt({ url, origin, frameId, tab }: Sender): boolean {
    const { pathname, protocol } = new URL(url!);
    const isOurs = /^(chrome|moz)-extension:$/.test(protocol) && pathname === promptPage;
    return isOurs && origin !== 'null' && tab?.id !== undefined && frameId !== 0;
  }

  function agentTab({ url, frameId, tab }: Sender): AgentTab | undefined {
    if (frameId !== 0 || tab?.id === undefined || !/^https?:/.test(url!)) return undefined;
    const store = tab.cookieStoreId ?? (tab.incognito ? '1' : '0');
    return { tabId: tab.id, url: url!, store, isPrivate: tab.incognito };
  }

  async function fromPage(given: Command): Promise<CommandAnswer> {
    return (await ready).commands.run(given);
  }

  async function hearPrompt(message: v.InferOutput<typeof fromPrompt>, tabId: number): Promise<unknown> {
    const { house, commands } = await ready;
    const key = house.prompts.key(tabId, message.token);
    if (key === undefined) return undefined;
    if (message.prompt === 'hello') return { key };
    if (message.prompt === 'size') return house.prompts.size(tabId, message);
    return commands.run({ do: message.what, key }, tabId);
  }

  return (message: unknown, sender: Sender): Promise<unknown> | undefined => {
    if (!mayUse(sender) || typeof message !== 'object' || message === null) return undefined;
    if ('say' in message) {
      const tab = agentTab(sender);
      const said = v.safeParse(fromAgent, message);
      if (!tab || !said.success) return undefined;
      return ready.then(({ hearAgent }) => hearAgent(tab, said.output));
    }
    if ('prompt' in message) {
      const said = v.safeParse(fromPrompt, message);
      if (!isPrompt(sender) || !said.success) return undefined;
      // A token that nobody gave is not for us to answer.
      const isUnknown = started?.house.prompts.key(sender.tab!.id!, said.output.token) === undefined;
      return started && isUnknown ? undefined : hearPrompt(said.output, sender.tab!.id!);
    }
    if ('do' in message && isPage(sender)) {
      const said = v.safeParse(command, message);
      if (said.success) return fromPage(said.output);
      const { message: why } = said.issues[0];
      return Promise.resolve({ ok: false, problem: problem('bad-command', why) } satisfies CommandAnswer);
    }
    return undefined;
  };
}
