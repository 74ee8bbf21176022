/** What a form holds, by the names of its fields. */
export type Values = Record<string, unknown>;

export interface FormValues {
  read(): Values;
  /** Members that are no fields are passed over. */
  fill(values: Values, except?: ReadonlySet<string>): void;
  /** What people call a field. */
  labelOf(name: string): string;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The field that a control belongs to; an editable text has its name in `data-name`. */
export const nameOf = (control: Element): string | undefined =>
  control.getAttribute('name') ?? control.closest<HTMLElement>('[data-name]')?.dataset.name;

/** Reads and fills all fields of a form: also groups of choices, and editable texts. */
export function formValues(form: HTMLFormElement): FormValues {
  const fields = new Map<string, Element[]>();
  for (const control of form.querySelectorAll('input, select, textarea, [data-name]')) {
    const name = nameOf(control);
    if (name) fields.set(name, [...(fields.get(name) ?? []), control]);
  }

  return {
    read: () => Object.fromEntries([...fields].map(([name, controls]) => [name, readField(controls)])),
    fill(values, except) {
      for (const [name, controls] of fields)
        if (name in values && !except?.has(name)) fillField(controls, values[name]);
    },
    labelOf(name) {
      const [first] = fields.get(name) ?? [];
      const label = isList(first)
        ? first.closest('fieldset')?.querySelector('legend')
        : first?.closest('label, .labelled')?.querySelector('span');
      return label?.textContent?.trim() ?? name;
    },
  };
}

/** One of a group, and not a box by itself: then it has a value of its own. */
const isList = (control: Element | undefined): control is HTMLInputElement =>
  control instanceof HTMLInputElement &&
  (control.type === 'radio' || (control.type === 'checkbox' && control.hasAttribute('value')));

function readField(controls: Element[]): unknown {
  const [first] = controls;
  if (isList(first)) {
    const chosen = (controls as HTMLInputElement[])
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
    return first.type === 'radio' ? (chosen[0] ?? '') : chosen;
  }
  if (first instanceof HTMLInputElement && first.type === 'checkbox') return first.checked;
  if (first instanceof HTMLInputElement && first.type === 'number') return first.valueAsNumber;
  if (first instanceof HTMLElement && first.isContentEditable) return first.innerText.replace(/\n$/, '');
  return (first as Control).value;
}

function fillField(controls: Element[], value: unknown): void {
  const [first] = controls;
  if (isList(first)) {
    const chosen = [value].flat();
    for (const control of controls as HTMLInputElement[]) control.checked = chosen.includes(control.value);
  } else if (first instanceof HTMLInputElement && first.type === 'checkbox') first.checked = value === true;
  else if (first instanceof HTMLElement && first.isContentEditable) first.textContent = String(value);
  else (first as Control).value = String(value);
}
