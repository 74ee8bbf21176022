import { hostPorts } from './prompt-host/host-ports.ts';
import { createHost } from './prompt-host/host.ts';
import { sweep } from './prompt-host/sweep.ts';
import type { ToAgent } from '../messages.ts';

interface Runtime {
  id?: string;
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(hear: (message: unknown) => undefined): void };
}

interface World {
  browser?: { runtime?: Runtime };
  chrome?: { runtime?: Runtime };
  /** Of this script, in the world that pages do not see. */
  sessionGuardPromptHost?: { isAlive(): boolean; down(): void };
}

const world = globalThis as World;
const runtime = (world.browser ?? world.chrome)?.runtime;

// Injected again it would speak twice; after an update the old one has lost its extension.
const isThere = world.sessionGuardPromptHost?.isAlive();
if (!isThere) world.sessionGuardPromptHost?.down();
if (!isThere && runtime && window === top) {
  const isAlive = () => {
    try {
      return runtime.id !== undefined;
    } catch {
      return false;
    }
  };
  sweep(document, runtime);
  const host = createHost(document, {
    ...hostPorts,
    isAlive,
    say(said) {
      // Nobody may be listening; what matters is said again.
      if (isAlive()) runtime.sendMessage(said).catch(() => undefined);
    },
  });
  runtime.onMessage.addListener((message) => {
    const { order } = message as ToAgent;
    if (order === 'prompt' || order === 'size')
      host.take(message as Extract<ToAgent, { order: typeof order }>);
    else if (order === 'stop') host.down();
    return undefined;
  });
  world.sessionGuardPromptHost = { isAlive, down: host.down };
}
