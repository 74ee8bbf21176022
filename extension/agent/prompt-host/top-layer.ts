interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Follows what the page has in the top layer: what came after ours lies over it, and may let presses through. */
export function createTopLayer(page: Document) {
  const view = page.defaultView!;
  let before = new Set<Element>();

  const all = () => page.querySelectorAll(':is(:popover-open, :modal, :fullscreen):not(:root)');
  const hides = (element: Element, rect: Rect) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (left < rect.right && right > rect.left && top < rect.bottom && bottom > rect.top) return true;
    const { backgroundColor, backgroundImage } = view.getComputedStyle(element, '::backdrop');
    return backgroundImage !== 'none' || !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
  };

  return {
    /** Ours is on top of all that is there now. */
    raised() {
      before = new Set(all());
    },
    /** It leaves the top layer, or comes into it anew. */
    moved: (element: Element) => before.delete(element),
    /** Something that came later lies over ours. */
    isCovered(rect: Rect): boolean {
      return [...all()].some((element) => !before.has(element) && hides(element, rect));
    },
  };
}
