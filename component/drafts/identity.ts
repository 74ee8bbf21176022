/** What a field can be known by. */
export interface Traits {
  kind: string;
  id: string;
  name: string;
  form: string;
  label: string;
}

/**
 * What a field is called after a reload: by id, by form and name, by label; the surest first, `''` where it has
 * no such name. An id alone is not believed: frameworks number theirs anew with each page.
 */
export type Names = readonly [string, string, string];

export function namesOf(fields: readonly Traits[]): Names[] {
  const ids = number(fields.map(({ id }) => id));
  const names = number(fields.map(({ form, kind, name }) => join(form, kind, name)));
  const labels = number(fields.map(({ kind, name, label }) => join(kind, name, label)));
  return fields.map(({ id, kind, name, label }, at) => {
    const hasId = id !== '' && ids[at]!.of === 1;
    // Where ids tell rows of one name apart, the row that stands in the same place may be another one.
    const call = ({ key, nth, of }: Numbered, total: number | '') =>
      hasId && of > 1 ? '' : join(key, nth, total);
    return [
      hasId ? join(id, kind, name || label) : '',
      name && call(names[at]!, ''),
      // A field without any words is known by its place alone, so the page must hold as many as it did.
      call(labels[at]!, name || label ? '' : labels[at]!.of),
    ];
  });
}

/** For each of `stored` the field of the page that it is, as an index, or -1. No field is taken twice. */
export function match(stored: readonly Names[], present: readonly Names[]): number[] {
  const places = stored.map(() => -1);
  for (const rank of [0, 1, 2] as const) {
    stored.forEach(({ [rank]: name }, at) => {
      if (!name || places[at] !== -1) return;
      places[at] = present.findIndex((each, place) => each[rank] === name && !places.includes(place));
    });
  }
  return places;
}

interface Numbered {
  key: string;
  nth: number;
  of: number;
}

function number(keys: string[]): Numbered[] {
  const seen = new Map<string, number>();
  const numbered = keys.map((key) => {
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { key, nth };
  });
  return numbered.map((each) => ({ ...each, of: seen.get(each.key)! }));
}

const join = (...parts: (string | number)[]): string => JSON.stringify(parts);
