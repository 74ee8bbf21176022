/** Reads a CSRF token at the moment of sending; it is kept nowhere. `from`: `meta:<name>` or `cookie:<name>`. */
export function csrfToken(from: string): string | undefined {
  const [kind, name] = [from.slice(0, from.indexOf(':')), from.slice(from.indexOf(':') + 1)];
  if (kind === 'meta')
    return document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(name)}"]`)?.content;
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(name + '='));
  return cookie && decode(cookie.slice(name.length + 1));
}

export const isCsrfSource = (from: string): boolean => /^(meta|cookie):[^\s;=]+$/.test(from);

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
