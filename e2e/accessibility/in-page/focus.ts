export interface Focused {
  /** Its place among the controls of the prompt; −1: something else has focus. */
  control: number;
  controls: number;
  faults: string[];
}

/** What has focus now; if it is a control of the prompt, what is wrong with how it shows, and with its `ring`. */
export function readFocus(ring: boolean): Focused {
  const root = document.querySelector('session-guard')!.shadowRoot!;
  const surface = root.querySelector<HTMLElement>('dialog[open], [part~=banner]')!;
  const controls = [...surface.querySelectorAll<HTMLElement>('a, button')];
  let active = document.activeElement as HTMLElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement as HTMLElement;
  const control = controls.indexOf(active);
  const faults: string[] = [];
  if (control < 0) return { control, controls: controls.length, faults };

  let reach = 0;
  if (ring) {
    const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(active);
    const isClear = outlineColor === 'transparent' || outlineColor.endsWith(', 0)');
    const isOurs = outlineStyle !== 'auto';
    if (!active.matches(':focus-visible')) faults.push('focus is not to be seen');
    else if (outlineStyle === 'none' || isClear) faults.push('no ring around focus');
    else if (isOurs) reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    if (isOurs && parseFloat(outlineWidth) < 2) faults.push(`a ring of ${outlineWidth} around focus`);
  }
  const box = active.getBoundingClientRect();
  const frame = surface.getBoundingClientRect();
  const isIn =
    box.left - reach >= Math.max(0, frame.left) - 1 &&
    box.right + reach <= Math.min(innerWidth, frame.right) + 1;
  // Firefox scrolls only to what is mostly hidden: the middle has to be in view (WCAG 2.4.11).
  const hit = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (!isIn || !hit || !active.contains(hit)) faults.push('focus is out of sight');
  return {
    control,
    controls: controls.length,
    faults: faults.map((fault) => `${fault}: "${active.innerText}"`),
  };
}
