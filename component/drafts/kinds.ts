import { labelOf } from './label.ts';
import { isPlainText, readRich, writeRich } from './rich-text.ts';

/** How fields of one kind hold what people put in. A field is one element, or all radio buttons of a name. */
export interface Kind {
  read(field: readonly Element[]): string;
  /** What the page gave it. */
  initial(field: readonly Element[]): string;
  set(field: readonly Element[], value: string): void;
  /** For people, where `read` is for programs. */
  tell?(field: readonly Element[]): string;
  /** Whether something other than its value would go with it. */
  holdsMore?(field: readonly Element[]): boolean;
  /** Setting it tells the page already. */
  tells?: true;
}

type Of<E extends Element> = readonly [E];

const input: Kind = {
  read: ([element]: Of<HTMLInputElement>) => element.value,
  initial([element]: Of<HTMLInputElement>) {
    // A copy knows what the browser makes of the default: the middle of a range, black for a colour.
    const copy = element.cloneNode() as HTMLInputElement;
    copy.value = element.defaultValue;
    return copy.value;
  },
  set: ([element]: Of<HTMLInputElement>, value) => setValue(element, value),
};

const checkbox: Kind = {
  read: ([element]: Of<HTMLInputElement>) => box(element.checked),
  initial: ([element]: Of<HTMLInputElement>) => box(element.defaultChecked),
  // A click is all that some frameworks listen to.
  set([element]: Of<HTMLInputElement>, value) {
    if (box(element.checked) !== value) element.click();
  },
  tells: true,
};

const radio: Kind = {
  read: (field: readonly HTMLInputElement[]) => choice(field, (each) => each.checked),
  initial: (field: readonly HTMLInputElement[]) => choice(field, (each) => each.defaultChecked),
  set(field: readonly HTMLInputElement[], value) {
    field.find((each) => valueIn(field, each) === value)?.click();
  },
  tell(field: readonly HTMLInputElement[]) {
    const chosen = field.find((each) => each.checked);
    return chosen ? labelOf(chosen) || chosen.value : '';
  },
  tells: true,
};

const select: Kind = {
  read: ([element]: Of<HTMLSelectElement>) => values([...element.selectedOptions]),
  initial([element]: Of<HTMLSelectElement>) {
    const options = [...element.options];
    const given = options.filter((option) => option.defaultSelected);
    if (element.multiple) return values(given);
    const first = element.size > 1 ? undefined : options.find((option) => !option.matches(':disabled'));
    return values([given.at(-1) ?? first].filter((option) => option !== undefined));
  },
  set([element]: Of<HTMLSelectElement>, value) {
    const wanted = JSON.parse(value) as string[];
    for (const option of element.options) {
      const at = wanted.indexOf(option.value);
      option.selected = at !== -1;
      if (at !== -1) wanted.splice(at, 1);
    }
  },
  tell: ([element]: Of<HTMLSelectElement>) => [...element.selectedOptions].map(({ text }) => text).join(', '),
};

const rich: Kind = {
  read: ([element]: Of<Element>) => readRich(element),
  initial: () => '',
  set: ([element]: Of<Element>, value) => writeRich(element, value),
  holdsMore: ([element]: Of<Element>) => !isPlainText(element),
};

const custom: Kind = {
  ...input,
  initial([element]: Of<HTMLInputElement>) {
    const given: unknown = element.defaultValue;
    return typeof given === 'string' ? given : (element.getAttribute('value') ?? '');
  },
};

const native = /^(input|textarea|select)$/;
const special: Record<string, Kind | undefined> = {
  checkbox,
  radio,
  'select-one': select,
  'select-multiple': select,
};
const noText = /^(password|file|hidden|submit|button|reset|image)$/;

/** What kind of field an element is; `undefined`: none that is ever kept. */
export function kindOf(element: Element): { type: string; kind: Kind } | undefined {
  const type = String((element as HTMLInputElement).type ?? element.getAttribute('type'));
  if (noText.test(type)) return;
  // A form with a field named "matches" has no such method.
  if (native.test(element.localName)) return { type, kind: special[type] ?? input };
  if (!element.hasAttribute('data-session-guard-draft')) return;
  if (typeof (element as HTMLInputElement).value === 'string')
    return { type: element.localName, kind: custom };
  if ((element as HTMLElement).isContentEditable && !element.querySelector('[data-session-guard-ignore]'))
    return { type: 'rich', kind: rich };
}

/** Through the prototype's setter: frameworks put their own on the element to hear what programs set. */
function setValue(element: Element, value: string): void {
  Reflect.set(Object.getPrototypeOf(element) as object, 'value', value, element);
}

const box = (checked: boolean): string => (checked ? '☑' : '☐');

const values = (options: HTMLOptionElement[]): string => JSON.stringify(options.map(({ value }) => value));

function choice(field: readonly HTMLInputElement[], fits: (each: HTMLInputElement) => boolean): string {
  const chosen = field.find(fits);
  return chosen ? valueIn(field, chosen) : '';
}

/** Its value, or its place among the buttons where values do not tell them apart. */
function valueIn(field: readonly HTMLInputElement[], button: HTMLInputElement): string {
  const isAlone = field.every((each) => each === button || each.value !== button.value);
  return isAlone ? button.value : `#${field.indexOf(button)}`;
}
