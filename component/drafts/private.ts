import { labelOf } from './label.ts';
import { namesSecret, refusesKeeping } from './secret-words.ts';

const words = ['name', 'id', 'autocomplete', 'aria-label'];

/** Whether what people put in must not be kept. A field in a shadow root is as private as its host. */
export function isPrivate(field: Element): boolean {
  for (let at: Element | undefined = field; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    if (at.getAttribute('type') === 'password' || looksSecret(at)) return true;
  }
  return refusesKeeping(
    field.getAttribute('autocomplete'),
    formOf(field)?.getAttribute('autocomplete') ?? null,
  );
}

/** The form that it belongs to, also where that is outside its shadow root. */
export function formOf(field: Element): Element | null {
  const { host } = field.getRootNode() as Partial<ShadowRoot>;
  return (field as HTMLInputElement).form ?? field.closest('form') ?? (host ? formOf(host) : null);
}

function looksSecret(element: Element): boolean {
  const said = words.map((name) => element.getAttribute(name) ?? '');
  // What is written beside a text area may be a warning against passwords; only an input was one.
  if (element.localName === 'input') said.push(labelOf(element), element.getAttribute('placeholder') ?? '');
  const dots = getComputedStyle(element).getPropertyValue('-webkit-text-security');
  return (
    said.some(namesSecret) || !['', 'none'].includes(dots) || (element as HTMLInputElement).maxLength === 1
  );
}
