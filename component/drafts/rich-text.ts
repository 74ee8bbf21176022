/**
 * The text of an element that people edit, line by line. Formatting, links, pictures and controls are not in it;
 * an editor that has a state of its own keeps more with `add()`.
 */
export function readRich(root: Element): string {
  const lines: string[] = [];
  // A line is open while something may still join it; a break ends it, and shows only if more comes.
  let open = false;
  const add = (text: string) => {
    if (open) lines.push(lines.pop()! + text);
    else lines.push(text);
    open = true;
  };
  const lineBreak = () => {
    if (!open) lines.push('');
    open = false;
  };

  function walk(parent: Element) {
    const style = getComputedStyle(parent);
    const isKept = /^(pre|break)/.test(style.whiteSpace);
    const isBlock = parent === root || !/^(inline|contents|none)/.test(style.display);
    if (isBlock) open = false;
    for (const node of parent.childNodes) {
      if (node instanceof Element) {
        if (node.localName === 'br') lineBreak();
        else walk(node);
      } else if (node instanceof Text) {
        if (isKept) addLines(node.data);
        else addCollapsed(node.data);
      }
    }
    if (isBlock) open = false;
  }

  function addLines(data: string) {
    data.split(/\r?\n/).forEach((line, at) => {
      if (at > 0) lineBreak();
      if (line) add(line);
    });
  }

  function addCollapsed(data: string) {
    const text = data.replace(/[ \t\r\n\f]+/g, ' ');
    const rest = open && !lines.at(-1)!.endsWith(' ') ? text : text.replace(/^ /, '');
    if (rest) add(rest);
  }

  walk(root);
  return lines.join('\n');
}

/** Whether nothing but text would go if the text were replaced. */
export const isPlainText = (root: Element): boolean => !root.querySelector(':not(div, p, br)');

/** Text nodes and line breaks: nothing in the text is ever taken for HTML. */
export function writeRich(root: Element, text: string): void {
  const doc = root.ownerDocument;
  const lines = text.split('\n');
  const nodes = lines.flatMap((line, at) => (at > 0 ? [doc.createElement('br'), line] : [line]));
  // A break at the very end is not seen.
  if (lines.length > 1 && lines.at(-1) === '') nodes.push(doc.createElement('br'));
  root.replaceChildren(...nodes.filter((node) => node !== ''));
}
