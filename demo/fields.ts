/** How a field of a form is read from JSON, and what is said of one that is wrong. */
export interface Field<T> {
  /** `undefined`: wrong. */
  read(value: unknown): T | undefined;
  must: string;
}

export type Form = Record<string, Field<unknown>>;

export type FormValues<F extends Form> = { [Name in keyof F]: F[Name] extends Field<infer T> ? T : never };

/** A value, and what people read for it. */
export type Choice<T extends string = string> = readonly [value: T, label: string];

/** What a form sent, as a whole and with nothing beside it; a string names the first thing that is wrong. */
export function readForm<F extends Form>(form: F, input: unknown): FormValues<F> | string {
  if (typeof input !== 'object' || input === null) return 'The body must be a JSON object.';
  const values: Record<string, unknown> = {};
  for (const [name, { read, must }] of Object.entries(form)) {
    values[name] = read((input as Record<string, unknown>)[name]);
    if (values[name] === undefined) return `${name} must be ${must}.`;
  }
  return values as FormValues<F>;
}

export const text = (most: number): Field<string> => ({
  must: `a text of at most ${most} characters`,
  read: (value) => (typeof value === 'string' && value.length <= most ? value : undefined),
});

export const name = (most: number): Field<string> => ({
  must: `a text of 1 to ${most} characters`,
  read: (value) => (String(value).trim() === '' ? undefined : text(most).read(value)),
});

/** Room for more than two thousand words. */
export const longText = text(20_000);

export const whole = (least: number, most: number, unit: string): Field<number> => ({
  must: `${least} to ${most} whole ${unit}`,
  read: (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? (value as number)
      : undefined,
});

export const yesNo: Field<boolean> = {
  must: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

const valuesOf = <T extends string>(choices: readonly Choice<T>[]): T[] => choices.map(([value]) => value);

export const oneOf = <T extends string>(choices: readonly Choice<T>[]): Field<T> => ({
  must: `one of ${valuesOf(choices).join(', ')}`,
  read: (value) => valuesOf(choices).find((known) => known === value),
});

export const someOf = <T extends string>(choices: readonly Choice<T>[]): Field<T[]> => ({
  must: `a list of some of ${valuesOf(choices).join(', ')}`,
  read(value) {
    const known = valuesOf(choices);
    return Array.isArray(value) && value.every((each) => known.includes(each as T))
      ? known.filter((each) => value.includes(each))
      : undefined;
  },
});

const written = (form: RegExp, rest: string, must: string): Field<string> => ({
  must: `empty or ${must}`,
  read(value) {
    if (value === '') return '';
    // Only what names a real day comes back as it went.
    const at = typeof value === 'string' && form.test(value) ? Date.parse(value + rest) : NaN;
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value as string)
      ? (value as string)
      : undefined;
  },
});

/** As `<input type="date">` has it. */
export const day = written(/^\d{4}-\d\d-\d\d$/, 'T00:00Z', 'a date such as 2026-05-04');

/** As `<input type="datetime-local">` has it. */
export const minute = written(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Z', 'a time such as 2026-05-04T10:30');
