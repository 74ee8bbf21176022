import { attempt } from './attempt.ts';
import { namesOf, type Names, type Traits } from './identity.ts';
import { kindOf, type Kind } from './kinds.ts';
import { labelOf } from './label.ts';
import { formOf, isPrivate } from './private.ts';

export interface Field {
  /** One, or all radio buttons of a name. */
  elements: HTMLElement[];
  kind: Kind;
  names: Names;
  label: string;
}

/** The fields of the page whose text may be kept, in the document and in open shadow roots. */
export function findFields(doc: Document, own: Element, wasPassword: WeakSet<Element>): Field[] {
  const found: { elements: HTMLElement[]; type: string; kind: Kind }[] = [];
  const forms: Element[] = [];

  function walk(root: Document | ShadowRoot) {
    const walker = doc.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (node) =>
      take(node as HTMLElement) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
    );
    while (walker.nextNode());
  }

  /** Whether there may be fields inside. */
  function take(element: HTMLElement): boolean {
    if (element === own || element.hasAttribute('data-session-guard-ignore')) return false;
    if ((element as HTMLInputElement).type === 'password') wasPassword.add(element);
    const field = attempt(() => kindOf(element));
    if (field) add(element, field);
    else if (element.shadowRoot) walk(element.shadowRoot);
    return !field;
  }

  function add(element: HTMLElement, field: { type: string; kind: Kind }) {
    const group =
      isNamedRadio(element) && found.find(({ elements: [first] }) => isSameGroup(first!, element));
    if (group) group.elements.push(element);
    else found.push({ elements: [element], ...field });
  }

  /** Forms without a name are known by their place. */
  function formName(element: Element): string {
    const form = formOf(element);
    if (!form) return '';
    if (!forms.includes(form)) forms.push(form);
    return form.getAttribute('id') || form.getAttribute('name') || `#${forms.indexOf(form)}`;
  }

  walk(doc);
  const traits = found.map(({ elements: [first], type }): Traits => {
    const name = first!.getAttribute('name') ?? '';
    // One radio button's id and label are not its group's.
    const isGroup = isNamedRadio(first!);
    return {
      kind: type,
      id: isGroup ? '' : first!.id,
      name,
      form: formName(first!),
      label: isGroup ? '' : labelOf(first!),
    };
  });
  const names = namesOf(traits);
  return found
    .map(({ elements, kind }, at) => ({
      elements,
      kind,
      names: names[at]!,
      label: traits[at]!.label || traits[at]!.name,
    }))
    .filter(
      ({ elements }) =>
        elements.some(isOpen) && !elements.some((each) => wasPassword.has(each) || isPrivate(each)),
    );
}

const isNamedRadio = (element: Element): boolean => element.matches('input[type=radio][name]:not([name=""])');

function isSameGroup(one: Element, other: Element): boolean {
  return (
    isNamedRadio(one) &&
    one.getAttribute('name') === other.getAttribute('name') &&
    one.getRootNode() === other.getRootNode() &&
    formOf(one) === formOf(other)
  );
}

const isOpen = (element: Element): boolean => !element.matches(':disabled, [disabled], [readonly]');
