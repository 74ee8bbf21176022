import type { FromAgent, ToAgent } from '../messages.ts';

export type Listener = (message: ToAgent, sender: unknown, answer: (it: unknown) => void) => void;

interface Runtime {
  /** Absent: the extension was updated, switched off or removed, and this script is an orphan. */
  id?: string;
  sendMessage(message: FromAgent): Promise<unknown>;
  onMessage: { addListener(hear: Listener): void; removeListener(hear: Listener): void };
}

// Both browsers have it, with promises. An element of the page with the id `browser` would stand in for `browser`
// where the browser has none.
const runtime = (): Runtime | undefined => (globalThis as { chrome?: { runtime?: Runtime } }).chrome?.runtime;

/**
 * Says it to the background.
 *
 * @returns what was answered; `undefined`: nobody could answer.
 */
export async function say(
  message: FromAgent,
  orphaned: () => void,
): Promise<{ answer: unknown } | undefined> {
  try {
    if (runtime()?.id) return { answer: await runtime()!.sendMessage(message) };
  } catch (error) {
    if (runtime()?.id && !/invalidated/i.test(`${error}`)) return undefined;
  }
  orphaned();
  return undefined;
}

/** Hears the background's orders until the signal. */
export function hear(listener: Listener, signal: AbortSignal): void {
  runtime()?.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    // An orphan hears nothing any more, and may not say so.
    if (runtime()?.id) runtime()!.onMessage.removeListener(listener);
  });
}
