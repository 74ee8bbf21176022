import type { Send } from './connection.ts';
import { byId, element } from './dom.ts';

export interface Loading {
  /** Never rejects: the page says how it went. */
  load(): Promise<void>;
  readonly loaded: boolean;
  readonly underWay: boolean;
}

/**
 * Loads what a dashboard shows: once now and then, by the person's "Refresh". `work` resolves to the server's
 * now.
 */
export function createLoading(work: () => Promise<number>, signInHere: string): Loading {
  let loaded = false;
  let underWay = false;

  async function load(): Promise<void> {
    underWay = true;
    byId<HTMLButtonElement>('refresh').disabled = true;
    try {
      const now = await work();
      loaded = true;
      byId('content').dataset.state = 'ready';
      tell();
      byId('freshness').textContent = `Updated ${new Date(now).toLocaleTimeString('en-GB')}`;
    } catch (error) {
      if (!loaded) byId('content').dataset.state = 'empty';
      if (!(error instanceof Refused)) tell('The server did not answer. Nothing on this page was changed.');
      else if (error.status !== 401) tell('The server could not answer. Try again in a moment.');
      else
        tell(
          'Your session is over, so nothing new was loaded.',
          element('a', { href: signInHere }, 'Sign in'),
        );
    } finally {
      underWay = false;
      byId<HTMLButtonElement>('refresh').disabled = false;
    }
  }

  byId('refresh').addEventListener('click', () => void load());
  return {
    load,
    get loaded() {
      return loaded;
    },
    get underWay() {
      return underWay;
    },
  };
}

/** A body, and the server's now. */
export async function getJson<T>(api: Send, path: string): Promise<{ body: T; at: number }> {
  const reply = await api(path);
  if (!reply.ok) throw new Refused(reply.status);
  return { body: (await reply.json()) as T, at: Date.parse(reply.headers.get('Date') ?? '') };
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

export function tell(...content: (Node | string)[]): void {
  const notice = byId('notice');
  notice.hidden = content.length === 0;
  notice.replaceChildren(...content);
  if (content.length > 0 && byId('freshness').textContent === 'Loading …') {
    byId('freshness').textContent = 'Not loaded';
  }
}
