/** Run in a page: so many changes of what it shows and so many requests, spread over a while. */
export async function beBusy({ ticks, changes, requests, every }: Busy): Promise<void> {
  const list = document.querySelector('#list')!;
  const asked: Promise<unknown>[] = [];
  for (let tick = 0; tick < ticks; tick++) {
    for (let change = 0; change < changes; change++) {
      const row = document.createElement('p');
      row.textContent = `Row ${tick} ${change}`;
      list.append(row);
      if (list.childElementCount > 200) list.firstElementChild!.remove();
    }
    for (let request = 0; request < requests; request++)
      asked.push(fetch(`/api/data?${tick}-${request}`).then((reply) => reply.json()));
    await new Promise((go) => setTimeout(go, every));
  }
  await Promise.all(asked);
}

export interface Busy {
  ticks: number;
  /** Of each tick. */
  changes: number;
  requests: number;
  /** Milliseconds. */
  every: number;
}

/** A request each second, and what else pages do. */
export function browse(): void {
  setInterval(() => {
    document.querySelector('#list')?.append(document.createElement('p'));
    document.cookie = `seen=${Date.now()}; path=/`;
    // Until its body was read, a reply is not on the browser's time line.
    void fetch('/api/data', { cache: 'no-store' }).then((reply) => reply.text());
  }, 1000);
}
