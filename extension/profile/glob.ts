/** Whether a text is as a glob has it: `*` is any number of characters, all else is itself. In linear time. */
export function matchesGlob(glob: string, text: string): boolean {
  const [first = '', ...middle] = glob.split('*');
  const last = middle.pop();
  if (last === undefined) return text === first;
  const end = text.length - last.length;
  if (first.length > end || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of middle) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
