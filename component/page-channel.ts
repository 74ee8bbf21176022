import type { Channel } from '../shared/ports.ts';

type Hear = (message: unknown) => void;

/**
 * Joins the tabs of this origin that speak of the session of this name. Closed while the page rests in the
 * back/forward cache, which an open channel may cost it.
 */
export function pageChannel(name: string, hear: Hear): Channel {
  const key = `session-guard ${name}`;
  const life = new AbortController();
  const { signal } = life;
  let open: Channel | undefined = openChannel(key, hear);
  const close = () => {
    open?.close();
    open = undefined;
  };
  const reopen = () => (open ??= openChannel(key, hear));
  window.addEventListener('pagehide', close, { signal });
  window.addEventListener('pageshow', reopen, { signal });
  return {
    send: (message) => reopen().send(message),
    close() {
      life.abort();
      close();
    },
  };
}

function openChannel(key: string, hear: Hear): Channel {
  try {
    const channel = new BroadcastChannel(key);
    channel.onmessage = ({ data }) => hear(data);
    return { send: (message) => channel.postMessage(message), close: () => channel.close() };
  } catch {
    return storageChannel(key, hear);
  }
}

/** Where there is no BroadcastChannel: other tabs hear of each change of an item, which is gone at once. */
function storageChannel(key: string, hear: Hear): Channel {
  const storage = localStorage;
  const life = new AbortController();
  function changed(event: StorageEvent) {
    if (event.key !== key || !event.newValue) return;
    try {
      hear(JSON.parse(event.newValue));
    } catch {
      // Not a message of ours.
    }
  }
  window.addEventListener('storage', changed, { signal: life.signal });
  return {
    send(message) {
      storage.setItem(key, JSON.stringify(message));
      storage.removeItem(key);
    },
    close: () => life.abort(),
  };
}
