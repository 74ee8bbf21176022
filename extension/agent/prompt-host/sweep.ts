interface World {
  chrome?: { dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } };
}

/** Firefox ends a content script with its extension, and what it put into the page stays: it is taken away here. */
export function sweep(page: Document, runtime: { getURL(path: string): string }): void {
  const dom = (globalThis as World).chrome?.dom;
  const own = runtime.getURL('');
  for (const element of page.documentElement.querySelectorAll<HTMLElement>(':scope > div')) {
    const root = dom?.openOrClosedShadowRoot(element);
    if (root?.querySelector('dialog > iframe')?.getAttribute('src')?.startsWith(own)) element.remove();
  }
}
