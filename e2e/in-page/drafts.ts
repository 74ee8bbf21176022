import type { DraftKeeper, Drafts } from '../../component/drafts/drafts.ts';

/** What a page of these stories has: the module as the element would make it, and a clock to step. */
export interface DraftWindow {
  drafts: Drafts;
  /** The page's own state. */
  keepers: Map<string, DraftKeeper>;
  createDrafts: (doc: Document, now: () => number, own: Element, keepers: Map<string, DraftKeeper>) => Drafts;
  /** Milliseconds by which `now` is ahead. */
  ahead: number;
  /** What the page heard. */
  heard: string[];
}

export const startScript = `
import { createDrafts } from '/drafts.js';
window.createDrafts = createDrafts;
window.ahead = 0;
window.heard = [];
for (const type of ['input', 'change'])
  window.addEventListener(type, ({ target, composed }) => window.heard.push(type + ' ' + target.id + (composed ? '' : ' not composed')));
window.keepers = new Map();
window.drafts = createDrafts(document, () => Date.now() + window.ahead, document.querySelector('session-guard'), window.keepers);
`;

export const save = (subject?: string): string =>
  (window as unknown as DraftWindow).drafts.save(subject)?.code ?? 'saved';
export const saveProblem = (subject?: string) => (window as unknown as DraftWindow).drafts.save(subject);
export const find = (subject?: string): number =>
  (window as unknown as DraftWindow).drafts.find(subject)?.count ?? 0;
export const restore = (subject: string) => (window as unknown as DraftWindow).drafts.restore(subject);

/** Puts text where people would, without the keyboard: the page hears of it, and no framework's setter does. */
export function put(texts: Record<string, string>): void {
  for (const [id, text] of Object.entries(texts)) {
    const element = document.getElementById(id)!;
    const prototype = Object.getPrototypeOf(element) as object;
    if (element.isContentEditable) element.textContent = text;
    else Reflect.set(prototype, 'value', text, element);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

export function values(ids: string[]): (string | boolean | string[])[] {
  return ids.map((id) => {
    const element = document.getElementById(id) as HTMLInputElement | HTMLSelectElement;
    if ('checked' in element && /checkbox|radio/.test(element.type)) return element.checked;
    if ('multiple' in element && element.type === 'select-multiple')
      return [...(element as HTMLSelectElement).selectedOptions].map(({ value }) => value);
    return element.isContentEditable ? element.innerText : element.value;
  });
}

/** All that this tab stores, as a program of the page could read it. */
export const stored = (): string => JSON.stringify({ ...sessionStorage });

/** A field as frameworks make them: their own setter on the element, and every value made the default at once. */
export function controlField(id: string): void {
  const element = document.getElementById(id) as HTMLInputElement;
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
  let tracked = element.value;
  Object.defineProperty(element, 'value', {
    configurable: true,
    get() {
      return get!.call(this) as string;
    },
    set(this: HTMLInputElement, text: string) {
      tracked = text;
      set!.call(this, text);
    },
  });
  element.addEventListener('input', () => {
    const now = element.value;
    if (now === tracked) return;
    tracked = now;
    element.defaultValue = now;
    document.body.dataset.state = now;
  });
}

/** Leaves no room at all. */
export function fillStorage(): void {
  for (let size = 1 << 20; size >= 1; size >>= 1) {
    try {
      for (let at = 0; ; at++) sessionStorage.setItem(`filler ${size} ${at}`, 'x'.repeat(size));
    } catch {
      // Less, then.
    }
  }
}

/** Types into everything that is marked, in shadow roots too, the word it is marked with. */
export function fillMarked(root: Document | ShadowRoot = document): void {
  const fill = (within: Document | ShadowRoot | Element): void => {
    for (const element of within.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) fill(element.shadowRoot);
      const word = element.dataset.word;
      if (!word) continue;
      if ('value' in element) Reflect.set(Object.getPrototypeOf(element) as object, 'value', word, element);
      else element.textContent = word;
      element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
  };
  fill(root);
}

/** A hand comes to every text that people edit: what the page gave them is theirs from then on. */
export function touchRich(): void {
  for (const element of document.querySelectorAll('[contenteditable]'))
    element.dispatchEvent(new Event('input', { bubbles: true }));
}
