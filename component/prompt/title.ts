/** Puts the time left before the page's own title, and takes it away again; a title that the page sets stays. */
export const createTitle = (doc: Document): ((text?: string) => void) => {
  let prefix = '';
  return (text) => {
    const own = doc.title.startsWith(prefix) ? doc.title.slice(prefix.length) : doc.title;
    prefix = text ? `${text} · ` : '';
    if (doc.title !== prefix + own) doc.title = prefix + own;
  };
};
