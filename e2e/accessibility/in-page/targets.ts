/** Controls of the prompt that are smaller than 24 × 24 CSS px (WCAG 2.5.8). */
export function findSmallTargets(): string[] {
  const root = document.querySelector('session-guard')!.shadowRoot!;
  const surface = root.querySelector('dialog[open], [part~=banner]');
  return [...(surface?.querySelectorAll<HTMLElement>('a, button') ?? [])].flatMap((control) => {
    const { width, height } = control.getBoundingClientRect();
    const size = `${Math.round(width)}×${Math.round(height)}`;
    return width < 24 || height < 24 ? [`target of ${size}: "${control.innerText}"`] : [];
  });
}
