import { pageTimer } from '../../component/page-ports.ts';
import type { FromAgent, ToAgent } from '../messages.ts';
import { meetObserver } from '../observer/meet-observer.ts';
import { clock, watchRequests } from './agent-ports.ts';
import { stopAll } from './parts.ts';
import { hear, say, type Listener } from './runtime.ts';
import { createStoredValues, type StoredSource } from './stored-values.ts';

type Read = Extract<ToAgent, { order: 'read' }>;

const rarely = 5_000;
/** The agent's hello brings the reader its orders, and the agent may be there first. */
const patience = 1000;
/** The page needs a moment to write down what a reply brought. */
const moment = 300;

const item = ({ area, key }: StoredSource): string | null =>
  (area === 'local' ? localStorage : sessionStorage).getItem(key);

/**
 * Reads values in the storage of a guarded page, and hears the observer in the page's own world.
 *
 * @returns takes everything down.
 */
export function startReader(): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  const tell = (message: FromAgent) => void say(message, stopAll);
  const readAll = createStoredValues(item, clock, tell);
  const observer = meetObserver(document, clock, pageTimer, tell);
  let sources: Read['sources'] = [];
  let stopRequests: (() => void) | undefined;
  let readAt = -Infinity;
  let due: unknown;
  const asks = pageTimer.set(patience, () => tell({ say: 'reader' }));

  function read(anew = false) {
    pageTimer.clear(due);
    due = undefined;
    readAt = clock.mono();
    readAll(sources, anew);
  }

  /** A page may ask its server as often as it likes. */
  function soon() {
    due ??= pageTimer.set(Math.max(moment, readAt + rarely - clock.mono()), read);
  }

  const ordered: Listener = (message) => {
    if (message.order === 'stop') stop(true);
    if (message.order === 'observe' || message.order === 'read') pageTimer.clear(asks);
    if (message.order === 'observe') observer.order(message);
    if (message.order !== 'read') return;
    sources = message.sources;
    if (sources.length === 0) stopRequests = void stopRequests?.();
    else stopRequests ??= watchRequests(soon);
    read(true);
  };

  function stop(byOrder = false) {
    leave.abort();
    stopRequests?.();
    pageTimer.clear(due);
    pageTimer.clear(asks);
    observer.stop(byOrder);
  }

  document.addEventListener('visibilitychange', () => document.hidden || read(), { signal });
  window.addEventListener('pageshow', () => read(), { signal });
  // Other tabs write, too; of what this page writes no event comes.
  window.addEventListener('storage', soon, { signal });
  hear(ordered, signal);
  return stop;
}
