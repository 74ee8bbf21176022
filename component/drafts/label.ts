/** What a field is called by people, or `''`. */
export function labelOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const label = (element as HTMLInputElement).labels?.[0] ?? element.closest('label');
  const found =
    ids
      .map((id) => textOf(root.getElementById?.(id)))
      .join(' ')
      .trim() ||
    element.getAttribute('aria-label') ||
    textOf(label) ||
    element.getAttribute('placeholder') ||
    element.getAttribute('title') ||
    '';
  return found.replace(/\s+/g, ' ').trim().slice(0, 80);
}

const others = 'textarea, select, button, script, style, [contenteditable]';

/** The words of a label, and not those of the field that stands in it. */
function textOf(label: Element | null | undefined): string {
  if (!label) return '';
  const walker = label.ownerDocument.createTreeWalker(
    label,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(others) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let text = '';
  while (walker.nextNode()) text += walker.currentNode.nodeValue ?? '';
  return text;
}
