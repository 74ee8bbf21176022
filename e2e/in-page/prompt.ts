/** What a person can see of the guard, and what the element says of itself. */
export interface Seen {
  phase: string | null;
  endsAt: string | null;
  states: string[];
  dialog: boolean;
  modal: boolean;
  banner: boolean;
  heading: string;
  /** All the text of the dialog, or of the banner when that is what is there. */
  text: string;
  /** Visible parts in their order, without the two that hold the others. */
  parts: string[];
  signInHref: string | null;
  /** The part, id or tag that has the focus. */
  focus: string;
}

export function readPrompt(): Seen {
  const host = document.querySelector('session-guard');
  const root = host?.shadowRoot;
  const isVisible = (element: Element | null | undefined): boolean =>
    (element?.checkVisibility({ visibilityProperty: true }) ?? false) &&
    (element?.getClientRects().length ?? 0) > 0;
  const dialog = root?.querySelector<HTMLDialogElement>('dialog[open]');
  const banner = root?.querySelector<HTMLElement>('[part~=banner]');
  const shown = isVisible(dialog) ? dialog : isVisible(banner) ? banner : undefined;
  const parts = [...(shown?.querySelectorAll('[part]') ?? [])].filter((element) => isVisible(element));

  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return {
    phase: host?.getAttribute('phase') ?? null,
    endsAt: host?.getAttribute('ends-at') ?? null,
    states: ['warning', 'expired', 'renewing', 'offline'].filter((name) => host?.matches(`:state(${name})`)),
    dialog: isVisible(dialog),
    modal: dialog?.matches(':modal') ?? false,
    banner: isVisible(banner),
    heading: shown?.querySelector('[part~=heading]')?.textContent?.trim() ?? '',
    text: shown?.innerText ?? '',
    parts: [...new Set(parts.map((element) => element.getAttribute('part') ?? ''))],
    signInHref: shown?.querySelector<HTMLAnchorElement>('a[part~=sign-in]')?.href ?? null,
    focus: active?.getAttribute('part') ?? (active?.id || active?.localName || ''),
  };
}

/** The middle of a part that can be clicked, or nothing while it cannot. */
export function findPart(part: string): { x: number; y: number } | undefined {
  const root = document.querySelector('session-guard')?.shadowRoot;
  for (const element of root?.querySelectorAll<HTMLElement>(`[part~=${part}]`) ?? []) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const x = left + width / 2;
    const y = top + height / 2;
    const hit = width > 0 && root?.elementFromPoint(x, y);
    if (hit && (element === hit || element.contains(hit)) && !element.matches(':disabled')) return { x, y };
  }
  return undefined;
}
