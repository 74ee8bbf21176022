/** The element that really has focus, through open shadow roots; `undefined` when none has. */
export const focused = (doc: Document): HTMLElement | undefined => {
  let active = doc.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== doc.body ? (active as HTMLElement) : undefined;
};

const parentOf = (element: HTMLElement) =>
  element.parentElement ?? ((element.getRootNode() as ShadowRoot).host as HTMLElement | undefined);

const focusOn = (element: HTMLElement) => element.focus({ preventScroll: true });

/** Remembers focus and text selection; the result brings them back, or focus as near as can be. */
export const rememberFocus = (doc: Document): (() => void) => {
  const active = focused(doc);
  const path: HTMLElement[] = [];
  for (let at = active; at && at !== doc.body; at = parentOf(at)) path.push(at);
  const { selectionStart, selectionEnd, selectionDirection } = (active ?? {}) as HTMLInputElement;
  // Only Chromium has one of its own in each shadow root.
  const root = active?.getRootNode() as Partial<Document> | undefined;
  const selection = root?.getSelection?.() ?? doc.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? ({} as Selection);

  return () => {
    const target = path.find((element) => element.isConnected);
    if (target) {
      focusOn(target);
      if (focused(doc) !== target) {
        target.tabIndex = -1;
        target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
        focusOn(target);
      }
    }
    try {
      if (typeof selectionStart === 'number')
        (active as HTMLInputElement).setSelectionRange(selectionStart, selectionEnd, selectionDirection!);
      else if (anchorNode?.isConnected)
        selection!.setBaseAndExtent(anchorNode, anchorOffset, focusNode!, focusOffset);
    } catch {
      // The text grew shorter meanwhile: the caret stays where the browser put it.
    }
  };
};
