/** A CSS selector, or the name that a person reads on a control. Both see into open shadow roots. */
export type Target = string | { named: string };

/** The middle of the first visible match, which is brought into view. */
export function centreOf(target: Target): { x: number; y: number } | null {
  const controls = 'a[href], button, input, select, textarea, summary, label, [role], [tabindex]';
  const selector = typeof target === 'string' ? target : controls;
  const nameOf = (element: Element): string =>
    element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? '';
  const fits = (element: Element): boolean =>
    element.matches(selector) &&
    element.checkVisibility({ visibilityProperty: true }) &&
    (typeof target === 'string' || nameOf(element).trim().startsWith(target.named));

  const search = (root: ParentNode): Element | null => {
    for (const element of root.querySelectorAll('*')) {
      if (fits(element)) return element;
      const within = element.shadowRoot && search(element.shadowRoot);
      if (within) return within;
    }
    return null;
  };
  const found = search(document);
  if (!found) return null;
  found.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = found.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
