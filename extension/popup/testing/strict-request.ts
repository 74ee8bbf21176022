import type { AccessEdges } from '../guard-click.ts';

/** `permissions.request` as browsers have it: refused outside of a click, and after anything was awaited. */
export function createStrictAccess(answer: boolean | 'never') {
  let inClick = false;
  const calls: string[] = [];
  const asked: Parameters<AccessEdges['request']>[0][] = [];
  const access: AccessEdges = {
    request(wanted) {
      if (!inClick) throw new Error('permissions.request may only be called from a user input handler');
      calls.push('request');
      asked.push(wanted);
      return answer === 'never' ? new Promise(() => {}) : Promise.resolve(answer);
    },
    storeWish: (wish) => {
      calls.push(`wish ${wish.origin}`);
      return Promise.resolve();
    },
    dropWish: () => {
      calls.push('drop');
      return Promise.resolve();
    },
  };
  return {
    access,
    calls,
    asked,
    /** Only what runs before the click is over is in it. */
    click<R>(run: () => R): R {
      inClick = true;
      try {
        return run();
      } finally {
        inClick = false;
      }
    },
  };
}
