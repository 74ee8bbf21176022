const names = new Map<string, string>();

/** What a language calls another. */
export function languageName(tag: string, code: string): string {
  const key = `${tag} ${code}`;
  const name =
    names.get(key) ?? new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }).of(code) ?? code;
  names.set(key, name);
  return name;
}
