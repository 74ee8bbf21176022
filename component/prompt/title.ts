/** Puts the time left before the page's own title, and takes it away again; a title that the page sets stays. */
export const createTitle = (doc: Document): ((text?: string) => void) => {
  let prefix = '';
  return (text) => {
    if (!text && !prefix) return;
    // The page may have made a new title of the one that it found.
    const own = doc.title.replace(prefix, '');
    // Browsers cut spaces at the end: without a title there is nothing to stand before.
    prefix = !text || !own ? (text ?? '') : `${text} · `;
    if (doc.title !== prefix + own) doc.title = prefix + own;
  };
};
