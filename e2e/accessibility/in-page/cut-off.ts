/** Text and controls of the prompt that cannot be brought into view, or only by scrolling sideways. */
export function findCutOff(): string[] {
  const root = document.querySelector('session-guard')!.shadowRoot!;
  const surface = root.querySelector<HTMLElement>('dialog[open], [part~=banner]');
  if (!surface) return ['nothing is shown'];
  const found: string[] = [];
  const frame = surface.getBoundingClientRect();
  if (frame.left < 0 || frame.top < 0 || frame.right > innerWidth || frame.bottom > innerHeight)
    found.push(`outside the window: ${[frame.left, frame.top, frame.right, frame.bottom].map(Math.round)}`);
  if (surface.scrollWidth > surface.clientWidth) found.push('scrolls sideways');
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  const scrolls = ['auto', 'scroll'].includes(getComputedStyle(surface).overflowY);
  if (surface.scrollHeight > surface.clientHeight && !scrolls) found.push('does not scroll, and should');

  for (const box of surface.querySelectorAll<HTMLElement>('*')) {
    const isForEars = box.closest('[aria-live], [role=status]');
    const isOver = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    if (!isForEars && isOver && getComputedStyle(box).overflow !== 'visible')
      found.push(`cut off: "${box.innerText}"`);
  }
  const check = (name: string, { left, top, right, bottom }: DOMRect): void => {
    // In the coordinates of what is scrolled, wherever it is scrolled to.
    const x = frame.left + surface.clientLeft - surface.scrollLeft;
    const y = frame.top + surface.clientTop - surface.scrollTop;
    if (
      left < x - 1 ||
      top < y - 1 ||
      right > x + surface.clientWidth + 1 ||
      bottom > y + surface.scrollHeight + 1
    )
      found.push(`out of reach: ${name}`);
  };
  const texts = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    // A slot has no box.
    const box = text.parentElement!.closest(':not(slot)')!;
    const isForEars = box.closest('[aria-live], [role=status]');
    if (!text.nodeValue?.trim() || isForEars || !box.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) check(`"${text.nodeValue.trim()}"`, rect);
  }
  for (const control of surface.querySelectorAll<HTMLElement>('a, button'))
    check(`"${control.innerText}"`, control.getBoundingClientRect());
  return found;
}
