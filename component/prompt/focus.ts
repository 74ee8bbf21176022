/** The element that really has focus, through open shadow roots; `undefined` when none has. */
export const focused = (doc: Document): HTMLElement | undefined => {
  let active = doc.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== doc.body ? (active as HTMLElement) : undefined;
};

const withAncestors = (from: HTMLElement | undefined): HTMLElement[] => {
  const path: HTMLElement[] = [];
  for (let at = from; at;) {
    path.push(at);
    at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host as HTMLElement | undefined);
  }
  return path;
};

const focusSoftly = (element: HTMLElement) => element.focus({ preventScroll: true });

/** Remembers focus and text selection; the result brings them back, or focus as near as can be. */
export const rememberFocus = (doc: Document): (() => void) => {
  const active = focused(doc);
  const path = withAncestors(active);
  const { selectionStart, selectionEnd, selectionDirection } = (active ?? {}) as HTMLInputElement;
  // Only Chromium has one of its own in each shadow root.
  const root = active?.getRootNode() as Partial<Document> | undefined;
  const selection = root?.getSelection?.() ?? doc.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? ({} as Selection);

  return () => {
    const target = path.find((element) => element.isConnected && !element.matches(':disabled'));
    if (target && target !== doc.body && target !== doc.documentElement) {
      focusSoftly(target);
      if (focused(doc) !== target && !target.hasAttribute('tabindex')) {
        target.tabIndex = -1;
        target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
        focusSoftly(target);
      }
    }
    try {
      if (target === active && typeof selectionStart === 'number')
        (active as HTMLInputElement).setSelectionRange(
          selectionStart,
          selectionEnd,
          selectionDirection ?? undefined,
        );
      else if (anchorNode?.isConnected && focusNode)
        selection?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    } catch {
      // The text grew shorter meanwhile: the caret stays where the browser put it.
    }
  };
};
