/** Run in the popup, before anything of it: notes when its first session was drawn and painted. */
export function watchDrawn(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('main[aria-busy=false] :is(.list li, .here)')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => Object.assign(window, { drawnAt: performance.now() });
      port2.postMessage(0);
    });
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

export const readDrawn = (): number | undefined => (window as { drawnAt?: number }).drawnAt;
