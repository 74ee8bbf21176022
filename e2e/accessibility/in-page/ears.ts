/** Something that a screen reader says by itself, or would have to for people to know of it. */
export interface Heard {
  /** `dialog`: its name, as it opens; `description`: its description, then and each time it changes. */
  kind: 'dialog' | 'description' | 'polite' | 'assertive';
  text: string;
  /** Why no screen reader says it after all. */
  unheard?: 'tab hidden' | 'outside the modal dialog' | 'not rendered' | 'region came with its text';
  /** Seconds to the end of the session, by the page's clock; 0 from then on. */
  left: number;
}

/** Runs in the page before any other script; reports what the guard's markup makes a screen reader say. */
export function listen(bindingName: string): void {
  const regions = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]';
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init: ShadowRootInit): ShadowRoot {
    const root = attachShadow.call(this, init);
    if (this.localName === 'session-guard') attend(this, root);
    return root;
  };

  function attend(host: Element, root: ShadowRoot): void {
    const { [bindingName]: send } = window as unknown as Record<string, (report: string) => void>;
    /** Text is spoken when it comes into a region that a screen reader already knows. */
    const known = new WeakSet<Element>();
    let wasOpen = false;
    let described = '';

    const tell = (kind: Heard['kind'], text: string, unheard?: Heard['unheard']): void => {
      const end = Date.parse(host.getAttribute('ends-at') ?? '');
      const left = Math.max(0, Math.round((end - Date.now()) / 100) / 10 || 0);
      send?.(JSON.stringify({ kind, text, unheard, left } satisfies Heard));
    };
    const wordsOf = (dialog: Element, attribute: string): string =>
      (dialog.getAttribute(attribute) ?? '')
        .split(' ')
        .map((id) => root.getElementById(id)?.textContent?.trim())
        .filter(Boolean)
        .join(' ');

    const hear = (region: Element, text: string): void => {
      const modal = root.querySelector('dialog:modal');
      const isUrgent = region.matches('[aria-live=assertive], [role=alert]');
      tell(
        isUrgent ? 'assertive' : 'polite',
        text,
        document.hidden
          ? 'tab hidden'
          : modal && !modal.contains(region)
            ? 'outside the modal dialog'
            : !region.checkVisibility({ visibilityProperty: true }) || region.closest('[aria-hidden=true]')
              ? 'not rendered'
              : known.has(region)
                ? undefined
                : 'region came with its text',
      );
    };

    const observe = (records: MutationRecord[]): void => {
      const changed = new Map<Element, Set<Node>>();
      const note = (node: Node): void => {
        const region = node.parentElement?.closest(regions);
        if (!region || !node.isConnected || !node.nodeValue?.trim()) return;
        changed.set(region, (changed.get(region) ?? new Set()).add(node));
      };
      for (const { type, target, addedNodes } of records) {
        if (type === 'characterData') note(target);
        for (const added of addedNodes) {
          const texts = document.createTreeWalker(added, NodeFilter.SHOW_TEXT);
          for (let node: Node | null = texts.currentNode; node; node = texts.nextNode())
            if (node.nodeType === Node.TEXT_NODE) note(node);
        }
      }
      for (const [region, nodes] of changed)
        hear(region, [...nodes].map(({ nodeValue }) => nodeValue?.trim()).join(' '));

      const dialog = root.querySelector('dialog:modal');
      if (dialog && !wasOpen) {
        tell('dialog', dialog.getAttribute('aria-label') ?? wordsOf(dialog, 'aria-labelledby'));
        described = '';
      }
      wasOpen = dialog !== null;
      if (dialog && wordsOf(dialog, 'aria-describedby') !== described)
        tell('description', (described = wordsOf(dialog, 'aria-describedby')));
      requestAnimationFrame(() => {
        for (const region of root.querySelectorAll(regions)) known.add(region);
      });
    };
    new MutationObserver(observe).observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  }
}
