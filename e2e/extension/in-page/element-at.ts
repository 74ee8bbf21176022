/** In open shadow roots, too. */
export function elementAt({ x, y }: { x: number; y: number }): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const within = found?.shadowRoot?.elementFromPoint(x, y);
    if (!within || within === found) return found;
    found = within;
  }
}

/** What has the focus, in open shadow roots too. */
export function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}
