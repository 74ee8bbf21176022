/** What a translation would do to a page: texts grow as in German, or run from right to left. */
export type Words = 'own' | 'long' | 'from-right';

/** Until translations are there, the words are changed where they stand; names in `code` stay as they are. */
export function otherWords(words: Words): void {
  const world = window as { ownWords?: Map<Text | HTMLInputElement, string> };
  const own = (world.ownWords ??= new Map());
  for (const [node, text] of own) {
    if (node instanceof Text) node.data = text;
    else node.placeholder = text;
  }
  own.clear();
  document.documentElement.dir = words === 'from-right' ? 'rtl' : 'ltr';
  if (words === 'own') return;

  const letters = 'אבגדהוזחטיכלמנסעפצקרשת';
  const change = (text: string): string =>
    words === 'long'
      ? text.replace(/[a-z]{3,}/gi, (word) => word.replace(/[aeiou]/g, '$&$&'))
      : text.replace(/[a-z]/gi, (letter) => letters[letter.toLowerCase().charCodeAt(0) % letters.length]!);
  const visit = (node: Node): void => {
    if (node instanceof Text && node.data.trim()) {
      own.set(node, node.data);
      node.data = change(node.data);
    }
    if (node instanceof Element) {
      if (node.matches('code, pre, script, style, textarea, .site-icon')) return;
      if (node instanceof HTMLInputElement && node.placeholder) {
        own.set(node, node.placeholder);
        node.placeholder = change(node.placeholder);
      }
      if (node.shadowRoot) visit(node.shadowRoot);
    }
    node.childNodes.forEach(visit);
  };
  visit(document.body);
}
