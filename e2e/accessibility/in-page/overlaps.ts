/** Texts and controls of the prompt that lie on each other. */
export function findOverlaps(): string[] {
  const root = document.querySelector('session-guard')!.shadowRoot!;
  const surface = root.querySelector<HTMLElement>('dialog[open], [part~=banner]');
  if (!surface) return ['nothing is shown'];
  const boxes: { name: string; node: Node; rect: DOMRect }[] = [];
  const texts = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement!.closest(':not(slot)')!;
    if (!node.nodeValue?.trim() || parent.closest('[aria-live], [role=status]') || !parent.checkVisibility())
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) boxes.push({ name: node.nodeValue.trim(), node, rect });
  }
  for (const node of surface.querySelectorAll<HTMLElement>('a, button'))
    boxes.push({ name: `[${node.innerText}]`, node, rect: node.getBoundingClientRect() });
  const found: string[] = [];
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      if (one.node.contains(other.node) || other.node.contains(one.node)) continue;
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      // The room that a font keeps above and below its letters may touch that of the next line.
      const isNextLine = height < Math.min(one.rect.height, other.rect.height) / 4;
      if (width > 1 && height > 1 && !isNextLine) found.push(`"${one.name}" lies on "${other.name}"`);
    }
  return found;
}
