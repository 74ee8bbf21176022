/** Marks where in the page the person is, by the address; the first link where it says nothing. */
export function markCurrentSection(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.side nav a')];
  const mark = () => {
    const current = location.hash || links[0]?.hash;
    for (const link of links) {
      if (link.hash === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('hashchange', mark);
  mark();
}
