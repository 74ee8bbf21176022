/**
 * A prompt that opens on the stage takes the focus there, as it should. Somebody who is writing in a field of this place
 * goes on writing: half a word would land in the prompt.
 */
export function keepFocus(place: HTMLElement): void {
  let writtenAt = -Infinity;
  place.addEventListener('input', () => {
    writtenAt = performance.now();
  });
  place.addEventListener('keydown', ({ key }) => {
    if (key === 'Tab') writtenAt = -Infinity;
  });
  place.addEventListener('focusout', ({ target }) => {
    if (performance.now() - writtenAt > 2000) return;
    setTimeout(() => {
      if (document.activeElement instanceof HTMLIFrameElement) (target as HTMLElement).focus();
    });
  });
}
