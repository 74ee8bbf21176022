import type { Send } from '../../assets/connection.ts';

export interface SilentFetchInput {
  send: Send;
  /** Asks for new tokens. */
  refresh: () => Promise<Response>;
  /** How often this browser's tokens were replaced, by whichever tab. */
  refreshes: () => string | undefined;
  /** Absent in some browsers and contexts: then the server's grace has to do. */
  locks?: Pick<LockManager, 'request'>;
}

/**
 * `fetch` for a page whose access token runs out all the time: it has the token replaced and sends the request
 * once more, and nobody notices. Where the refresh is refused, that refusal is the reply.
 */
export function createSilentFetch({ send, refresh, refreshes, locks }: SilentFetchInput): Send {
  let underWay: Promise<Response | undefined> | undefined;

  /** What refused the refresh; `undefined` once there are new tokens. */
  async function replaceTokens(seen: string | undefined): Promise<Response | undefined> {
    // Meanwhile another tab, or another request of this one, may have done it.
    if (refreshes() !== seen) return undefined;
    const reply = await refresh();
    return reply.ok ? undefined : reply;
  }

  function oneAtATime(seen: string | undefined): Promise<Response | undefined> {
    const work = () => replaceTokens(seen);
    const done = locks ? locks.request('trust-leads-refresh', work) : work();
    return done.finally(() => {
      underWay = undefined;
    });
  }

  return async (input, init) => {
    const request = new Request(input, init);
    const seen = refreshes();
    const reply = await send(request.clone());
    if (!(await accessTokenHasRunOut(reply))) return reply;
    const refused = await (underWay ??= oneAtATime(seen));
    // A copy for each request that waited.
    return refused?.clone() ?? send(request);
  };
}

async function accessTokenHasRunOut(reply: Response): Promise<boolean> {
  if (reply.status !== 401) return false;
  const body = (await reply
    .clone()
    .json()
    .catch(() => undefined)) as { code?: unknown } | undefined;
  return body?.code === 'ACCESS_TOKEN_EXPIRED';
}
