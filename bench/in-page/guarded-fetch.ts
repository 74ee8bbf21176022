type Fetch = typeof fetch;

export interface FetchCost {
  /** µs per call, one for each batch. */
  bare: number[];
  guarded: number[];
  /** What became of the reply's body. */
  bodyUsed: boolean;
  reads: number;
}

/** Calls a `fetch` that answers at once with one and the same real reply, with and without the guard around it. */
export async function guardedFetch(script: string, batches: number, calls: number): Promise<FetchCost> {
  const { guardFetch } = (await import(script)) as {
    guardFetch: (fetch: Fetch, guard: Element | null) => Fetch;
  };
  const reply = await fetch('/api/data');
  let reads = 0;
  for (const method of ['clone', 'text', 'json', 'arrayBuffer', 'blob'] as const) {
    Object.defineProperty(reply, method, {
      value: () => {
        reads++;
        return Promise.reject(new Error('read'));
      },
    });
  }
  const bare: Fetch = async () => reply;
  const guarded = guardFetch(bare, document.querySelector('session-guard'));
  const time = async (call: Fetch) => {
    const from = performance.now();
    for (let i = 0; i < calls; i++) await call('/api/data');
    return ((performance.now() - from) * 1000) / calls;
  };
  const cost: FetchCost = { bare: [], guarded: [], bodyUsed: false, reads: 0 };
  for (let batch = -5; batch < batches; batch++) {
    const [without, with_] = [await time(bare), await time(guarded)];
    // The first batches let the engine compile what it runs often.
    if (batch < 0) continue;
    cost.bare.push(without);
    cost.guarded.push(with_);
  }
  return { ...cost, bodyUsed: reply.bodyUsed, reads };
}
