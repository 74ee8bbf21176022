const sheets = new Map<string, CSSStyleSheet>();

/** Styles that no policy of the page forbids; a text taken on twice is there once. */
export function adopt(where: DocumentOrShadowRoot, text: string): void {
  const sheet = sheets.get(text) ?? new CSSStyleSheet();
  if (!sheets.has(text)) sheet.replaceSync(text);
  sheets.set(text, sheet);
  drop(where, text);
  where.adoptedStyleSheets.push(sheet);
}

export function drop(where: DocumentOrShadowRoot, text: string): void {
  where.adoptedStyleSheets = where.adoptedStyleSheets.filter((each) => each !== sheets.get(text));
}
