export interface Traffic {
  method: string;
  path: string;
  /** Absent: no answer came. */
  status?: number;
}

export type Send = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

export interface Connection {
  /** `fetch`, with what every request of the product needs. */
  send: Send;
  setOffline(offline: boolean): void;
}

/** `sign` adds credentials that the browser does not send by itself. */
export function createConnection(
  onTraffic: (traffic: Traffic) => void,
  sign: (given?: HeadersInit) => HeadersInit | undefined = (given) => given,
): Connection {
  let offline = false;
  return {
    async send(input, init) {
      const request = new Request(input, { ...init, headers: sign(init?.headers) });
      const traffic = { method: request.method, path: new URL(request.url).pathname };
      try {
        if (offline) throw new TypeError('The panel holds this page offline.');
        const reply = await fetch(request);
        onTraffic({ ...traffic, status: reply.status });
        return reply;
      } catch (error) {
        onTraffic(traffic);
        throw error;
      }
    },
    setOffline(now) {
      if (now === offline) return;
      offline = now;
      // A browser tells the page when its network goes and comes; a faked loss has to be told likewise.
      dispatchEvent(new Event(now ? 'offline' : 'online'));
    },
  };
}
