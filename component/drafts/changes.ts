import { focused } from '../prompt/focus.ts';
import type { Field } from './fields.ts';
import type { StoredField } from './stored-draft.ts';

/** Tells what a person put into a field from what the page did. */
export interface Changes {
  /** Remembers what the page gave to each field, as far as that is known now. */
  note(fields: readonly Field[]): void;
  /** What a field holds that the page did not give it; `undefined`: nothing. */
  of(field: Field): StoredField | undefined;
  /** Puts it back and tells the page; `false`: it found no place, and nothing changed. */
  put(field: Field, stored: StoredField): boolean;
}

export function createChanges(doc: Document): Changes {
  const first = new WeakMap<Element, string>();

  /** Some frameworks make every value the default at once, so the default does not tell. */
  function isChanged({ elements }: Field, value: string): boolean {
    const was = first.get(elements[0]!);
    if (was !== undefined && was !== value) return true;
    const isInHand = was === undefined && elements.includes(focused(doc)!);
    return value !== '' && (isInHand || elements.some(isTyped));
  }

  const isTyped = (element: Element) => element.matches(':is(:user-valid, :user-invalid)');

  return {
    note(fields) {
      for (const { elements, kind } of fields) first.set(elements[0]!, kind.read(elements));
    },

    of(field) {
      const { elements, kind, names, label } = field;
      const value = kind.read(elements);
      const initial = kind.initial(elements);
      if (value === initial && !isChanged(field, value)) return;
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
      if (!kind.tells)
        for (const type of ['input', 'change'])
          elements[0]!.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      return true;
    },
  };
}
