guardHtmx(document.querySelector('session-guard'));

export function guardHtmx(guard) {
  document.addEventListener('htmx:beforeSend', ({ detail }) => {
    const { xhr } = detail;
    const requestedAt = Date.now();
    // On the request itself: it is heard even when its element has left the page meanwhile.
    xhr.addEventListener('load', () => {
      if (isSentToSignIn(detail)) return guard.look?.();
      const { responseURL: url, status, response: body } = xhr;
      const headers = { get: (name) => xhr.getResponseHeader(name) };
      guard?.observe?.({ url, status, headers, body }, { requestedAt });
    });
  });

  // A server that redirects to its sign-in page: what htmx has is a 200 and the wrong page.
  document.addEventListener('htmx:beforeSwap', ({ detail }) => {
    if (isSentToSignIn(detail)) detail.shouldSwap = false;
  });

  function isSentToSignIn({ xhr, pathInfo }) {
    const signIn = pageOf(guard?.signInUrl);
    const [asked, got] = [pageOf(pathInfo.finalRequestPath), pageOf(xhr.responseURL)];
    return signIn !== undefined && got === signIn && asked !== signIn;
  }
}

/** An address without its query. */
function pageOf(url) {
  if (!url || !URL.canParse(url, location.href)) return undefined;
  const { origin, pathname } = new URL(url, location.href);
  return origin + pathname;
}
