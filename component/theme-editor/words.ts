/** Puts values into the `{places}` of a text. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );

export const number = (tag: string, value: number, digits = 2): string =>
  new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(value);

export const counted = (tag: string, forms: { other: string }, count: number): string => {
  const form = new Intl.PluralRules(tag).select(count) as 'other';
  return fill(forms[form] ?? forms.other, { count: number(tag, count) });
};

export const languageName = (tag: string, code: string): string => {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
};
