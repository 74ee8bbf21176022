import { html } from 'lit';

const hues = 8;

/** Up to two letters that people know a site by, and a hue that stays the same. */
export function initialsOf(name: string, host: string): { letters: string; hue: number } {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? host.match(/[\p{L}\p{N}]+/gu) ?? ['?'];
  const [first, second] = words as [string, string?];
  const letters = [first, second].map((word) => [...(word ?? '')][0] ?? '').join('');
  let sum = 0;
  for (const char of host) sum = (sum * 31 + char.codePointAt(0)!) % 9973;
  return { letters: letters.toUpperCase(), hue: sum % hues };
}

/** Never fetched from the site: the browser's own store of icons would need a permission. */
export function siteIcon(name: string, host: string): unknown {
  const { letters, hue } = initialsOf(name, host);
  return html`<span class="site-icon" data-hue=${hue} aria-hidden="true">${letters}</span>`;
}
