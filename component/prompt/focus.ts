/** The element that really has focus, through open shadow roots; `undefined` when none has. */
export const focused = (doc: Document): HTMLElement | undefined => {
  let active = doc.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== doc.body ? (active as HTMLElement) : undefined;
};

const focusOn = (element: HTMLElement) => element.focus({ preventScroll: true });

/** Remembers focus and text selection; the result brings them back, or focus as near as can be. */
export const rememberFocus = (doc: Document, from = focused(doc)): (() => void) => {
  const active = from as HTMLInputElement | undefined;
  const path: HTMLElement[] = [];
  for (
    let at: Node | undefined = active;
    at && at !== doc.body;
    at = at.parentNode ?? (at as ShadowRoot).host
  )
    if (at instanceof HTMLElement) path.push(at);
  const { selectionStart, selectionEnd, selectionDirection } = active ?? ({} as HTMLInputElement);
  // Only Chromium has a selection in each shadow root.
  const root = active?.getRootNode() as Partial<Document> | undefined;
  const selection = (root?.getSelection?.() ?? doc.getSelection())!;
  const range = selection.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
  const { anchorNode, anchorOffset } = selection;
  const isBackward = anchorNode !== range?.startContainer || anchorOffset !== range?.startOffset;

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
    if (typeof selectionStart === 'number') {
      const isKept = active!.selectionStart === selectionStart && active!.selectionEnd === selectionEnd;
      // Firefox scrolls to what is selected anew.
      if (!isKept) active!.setSelectionRange(selectionStart, selectionEnd, selectionDirection!);
    } else if (range) {
      const { startContainer, startOffset, endContainer, endOffset } = range;
      if (isBackward) selection.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
      else selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    }
  };
};
