import { readFile } from 'node:fs/promises';
import { plainHtml } from './plain-pages.ts';

/**
 * What people write by hand: an interval of one second that computes what is left from `Date` and writes it. Its
 * dialog has the markup and the style sheet of ours, so that drawing it costs the same.
 */
export async function handWritten(): Promise<string> {
  const read = (name: string) =>
    readFile(new URL(`../component/prompt/${name}.css`, import.meta.url), 'utf8');
  const css = (await read('prompt')).replace("@import './tokens.css';", await read('tokens'));
  const script = `
  const root = document.querySelector('#guard').attachShadow({ mode: 'open' });
  root.innerHTML = \`<style>${css}</style>
    <dialog part="dialog" role="alertdialog" aria-labelledby="h" aria-describedby="m n">
      <h2 id="h" part="heading" tabindex="-1">You will be signed out soon</h2>
      <div id="m" part="message">You can stay signed in, or sign out.</div>
      <p part="countdown" aria-hidden="true">Less than <b></b> left</p>
      <p id="n"></p>
      <div>
        <button part="renew" class="main">Stay signed in</button>
        <button part="dismiss">Hide</button>
      </div>
    </dialog>\`;
  const dialog = root.querySelector('dialog');
  const left = root.querySelector('b');
  window.begin = (seconds) => {
    const end = Date.now() + seconds * 1000;
    const interval = setInterval(() => {
      const remaining = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      if (remaining <= 120 && !dialog.open) dialog.showModal();
      left.textContent = remaining + ' seconds';
      if (remaining === 0) clearInterval(interval);
    }, 1000);
  };`;
  return plainHtml('', `<div id="guard"></div><script>${script}</script>`);
}
