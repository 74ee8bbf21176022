/** At once, or once the page is shown that was prepared ahead: until then nobody is there, and nothing happens. */
export function onceShown(run: () => void): () => void {
  const leave = new AbortController();
  if (!(document as { prerendering?: boolean }).prerendering) run();
  else document.addEventListener('prerenderingchange', run, { once: true, signal: leave.signal });
  return () => leave.abort();
}
