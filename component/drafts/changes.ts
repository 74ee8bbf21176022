import { focused } from '../prompt/focus.ts';
import { attempt } from './attempt.ts';
import type { Field } from './fields.ts';
import { kindOf } from './kinds.ts';
import type { StoredField } from './stored-draft.ts';

/** Tells what a person put into a field from what the page did. */
export interface Changes {
  /** What a field holds that the page did not give it; `undefined`: nothing. */
  of(field: Field): StoredField | undefined;
  /** Puts it back and tells the page; `false`: it found no place, and nothing changed. */
  put(field: Field, stored: StoredField): boolean;
}

/** What no hand has come to is the page's, whenever the page put it there: by a script, after its data came. */
export function createChanges(doc: Document, fields: () => readonly Field[], signal: AbortSignal): Changes {
  /** What each held when a hand first came to it. */
  const first = new WeakMap<Element, string>();
  const touched = new WeakSet<EventTarget>();
  const edited = new WeakSet<EventTarget>();
  const isTouched = ({ elements }: Field) => elements.some((each) => touched.has(each) || isTyped(each));

  function note() {
    for (const field of fields())
      if (!isTouched(field)) first.set(field.elements[0]!, field.kind.read(field.elements));
  }

  function noteOne(target: Element) {
    const kind = kindOf(target)?.kind;
    if (kind) first.set(target, kind.read([target]));
  }

  function touch(event: Event) {
    const path = event.composedPath();
    const [target] = path as [Element];
    // A value that has changed already is no longer what the page gave.
    if (event.type === 'focusin' && !touched.has(target)) attempt(note);
    // The page may have filled it in since it had the focus.
    if (event.type === 'beforeinput' && !edited.has(target)) attempt(() => noteOne(target));
    for (const at of path) touched.add(at);
    if (event.type !== 'focusin') for (const at of path) edited.add(at);
  }

  for (const type of ['focusin', 'beforeinput', 'input', 'change'])
    doc.addEventListener(type, touch, { capture: true, passive: true, signal });
  attempt(note);
  for (let at: Element | undefined = focused(doc); at; at = (at.getRootNode() as Partial<ShadowRoot>).host)
    touched.add(at);

  /** Some frameworks make every value the default at once, so the default does not tell. */
  function isChanged({ elements }: Field, value: string): boolean {
    const was = first.get(elements[0]!);
    if (was !== undefined && was !== value) return true;
    const isInHand = was === undefined && elements.includes(focused(doc)!);
    return value !== '' && (isInHand || elements.some(isTyped));
  }

  return {
    of(field) {
      if (!isTouched(field)) return;
      const { elements, kind, names, label } = field;
      const value = kind.read(elements);
      const initial = kind.initial(elements);
      const isEdited = elements.some((each) => edited.has(each) || isTyped(each));
      const isGiven = value === first.get(elements[0]!) && !isEdited;
      if (isGiven || (value === initial && !isChanged(field, value))) return;
      const stored: StoredField = { names, label, value };
      const from = first.get(elements[0]!);
      if (from !== value && from !== initial) stored.from = from;
      if (kind.tell) stored.text = kind.tell(elements);
      return stored;
    },

    put(field, { value, from }) {
      const { elements, kind } = field;
      const now = kind.read(elements);
      if (now === value) return true;
      const isAsGiven = now === kind.initial(elements) && !isChanged(field, now);
      if ((now !== '' && now !== from && !isAsGiven) || kind.holdsMore?.(elements)) return false;
      kind.set(elements, value);
      if (kind.read(elements) !== value) {
        // The browser, or the page, does not take it: an option that is gone, a number that is none.
        kind.set(elements, now);
        return false;
      }
      if (!first.has(elements[0]!)) first.set(elements[0]!, now);
      touched.add(elements[0]!);
      edited.add(elements[0]!);
      if (!kind.tells)
        for (const type of ['input', 'change'])
          elements[0]!.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      return true;
    },
  };
}

const isTyped = (element: Element) => element.matches(':is(:user-valid, :user-invalid)');
