/** What can be read on the page, line by line, in open shadow roots too. */
export function readText(): string {
  const lines: string[] = [];
  const read = (node: Node): void => {
    if (node instanceof Text) lines.push(node.data.trim());
    if (!(node instanceof Element)) return;
    if (['SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE'].includes(node.tagName)) return;
    // What has no box of its own is shown by what is in it.
    const isBoxless = getComputedStyle(node).display === 'contents';
    if (!isBoxless && !node.checkVisibility({ visibilityProperty: true })) return;
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    const children = slotted.length > 0 ? slotted : (node.shadowRoot ?? node).childNodes;
    for (const child of children) read(child);
  };
  if (document.body) read(document.body);
  return lines.filter(Boolean).join('\n');
}
