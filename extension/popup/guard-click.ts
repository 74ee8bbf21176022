import type { Wish } from '../stored.ts';

export interface AccessEdges {
  /** `permissions.request`: only within a click, and only before anything was awaited. */
  request(wanted: { origins?: string[]; permissions?: string[] }): Promise<boolean>;
  storeWish(wish: Wish): Promise<void>;
  dropWish(): Promise<void>;
}

export type Given = 'given' | 'denied' | 'failed';

/**
 * Access to a site that is to be guarded. The request is the first call in the click. What it is for is stored with
 * the press that begins the click, and again right after the request: the question may close the popup.
 */
export function createGuardClick(edges: AccessEdges, wish: () => Wish, origins: string[]) {
  // It is not lost when it cannot be stored: then the popup has to stay open, as it mostly does.
  const store = () => void edges.storeWish(wish()).catch(() => {});
  return {
    press: store,
    click(): Promise<Given> {
      const asked = ask(edges, { origins, permissions: ['cookies'] });
      store();
      return asked.then(async (given) => {
        if (given !== 'given') await edges.dropWish().catch(() => {});
        return given;
      });
    },
  };
}

/** Never throws. To be called first in a click. */
export function ask(
  edges: Pick<AccessEdges, 'request'>,
  wanted: Parameters<AccessEdges['request']>[0],
): Promise<Given> {
  try {
    return edges.request(wanted).then(
      (given) => (given ? 'given' : 'denied'),
      () => 'failed',
    );
  } catch {
    return Promise.resolve('failed');
  }
}
