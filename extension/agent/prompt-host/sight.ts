/**
 * Whether a press anywhere on the frame would reach it. What lets presses through is not seen here: of that only
 * Chromium knows, and tells the frame itself.
 */
export function isOnTop(page: Document, root: ShadowRoot, host: Element, frame: Element): boolean {
  const { left, top, width, height } = frame.getBoundingClientRect();
  // What is inert as a whole stays so in the frame, even where our dialog is not.
  if (!width || !height || page.documentElement.inert || isInTransition(page)) return false;
  const at = (part: number, from: number, length: number) =>
    from + Math.min(Math.max(part * length, 2), length - 2);
  return [0, 0.25, 0.5, 0.75, 1].every((across) =>
    [0, 0.5, 1].every((down) => {
      const [x, y] = [at(across, left, width), at(down, top, height)];
      return page.elementFromPoint(x, y) === host && root.elementFromPoint(x, y) === frame;
    }),
  );
}

/** While one goes on, the person sees pictures of the page, and presses what is behind them. */
function isInTransition(page: Document): boolean {
  try {
    return page.documentElement.matches(':active-view-transition');
  } catch {
    return false;
  }
}
