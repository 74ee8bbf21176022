import { authorized, replaceToken, token } from './credentials.ts';

export interface Traffic {
  method: string;
  path: string;
  /** Absent: no answer came. */
  status?: number;
}

export type Send = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

export interface Connection {
  /** `fetch` with the bearer token and the fingerprint, as every request of this product needs them. */
  send: Send;
  /** What the element sends through: as `send`, and the token of a renewal is kept. */
  sendForGuard: Send;
  setOffline(offline: boolean): void;
}

export function createConnection(onTraffic: (traffic: Traffic) => void): Connection {
  let offline = false;

  const send: Send = async (input, init) => {
    const request = new Request(input, { ...init, headers: authorized(init?.headers) });
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
  };

  return {
    send,
    async sendForGuard(input, init) {
      const sentWith = token();
      const reply = await send(input, init);
      if (reply.ok && init?.method === 'POST') {
        const { token: renewed } = (await reply.clone().json()) as { token?: { access_token: string } };
        if (renewed) replaceToken(sentWith, renewed.access_token);
      }
      return reply;
    },
    setOffline(now) {
      if (now === offline) return;
      offline = now;
      // A browser tells the page when its network goes and comes; a faked loss has to be told likewise.
      dispatchEvent(new Event(now ? 'offline' : 'online'));
    },
  };
}
