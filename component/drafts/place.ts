import { focused } from '../prompt/focus.ts';
import type { Field } from './fields.ts';
import { match } from './identity.ts';
import { pass } from './pass.ts';
import type { Place } from './stored-draft.ts';

/** Where the person was, as long as that is not in our own element. */
export interface Whereabouts {
  note(fields: readonly Field[]): Place;
  back(place: Place, fields: readonly Field[]): Promise<void>;
}

export function createWhereabouts(doc: Document, own: Element, signal: AbortSignal): Whereabouts {
  let last: EventTarget | undefined = focused(doc);
  const view = doc.defaultView!;

  // Whoever leaves the page clicks in our prompt, and the focus is there by then.
  doc.addEventListener(
    'focusin',
    (event) => {
      const path = event.composedPath();
      if (!path.includes(own)) last = path[0];
    },
    { signal },
  );

  return {
    note(fields) {
      const place: Place = { x: view.scrollX, y: view.scrollY };
      const element = last as HTMLInputElement;
      const names = fields.find(({ elements }) => elements.includes(element))?.names;
      if (names) {
        const { selectionStart, selectionEnd, scrollTop } = element;
        place.field = { names, start: selectionStart ?? -1, end: selectionEnd ?? -1, top: scrollTop };
      }
      return place;
    },

    async back({ x, y, field }, fields) {
      const [at] = field
        ? match(
            [field.names],
            fields.map(({ names }) => names),
          )
        : [];
      const element = fields[at!]?.elements[0] as HTMLInputElement | undefined;
      element?.focus({ preventScroll: true });
      if (field && field.start >= 0) element?.setSelectionRange?.(field.start, field.end);
      // Firefox brings the caret into view in its own time, and that is not what the person saw.
      await pass(100);
      if (field && element) element.scrollTop = field.top;
      view.scrollTo({ left: x, top: y, behavior: 'instant' });
    },
  };
}
