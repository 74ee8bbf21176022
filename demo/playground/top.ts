import { html, type TemplateResult } from 'lit/html.js';
import { copyText } from './code-view.ts';
import { button } from './parts.ts';
import { stopwatch } from './history.ts';
import type { Play, Tab } from './play.ts';

/** The page on the stage: how its session stands, in a word, and for how long. */
export function caption(play: Play, tab: Tab): TemplateResult {
  const phase = play.phaseOf(tab);
  const left = play.untilEnd();
  const counts = tab === 1 && /active|warning/.test(phase) && left !== undefined && left > 0;
  return html`<span class="caption-name">${tab === 1 ? 'harbour.example/report' : 'In a second tab'}</span>
    ${play.isBehind(tab) ? html`<span class="behind">out of sight</span>` : ''}
    ${counts ? html`<time>ends in ${stopwatch(left)}</time>` : ''}
    <span class="phase ${phase}">${phase}</span>`;
}

let linkText = 'Copy link';

export function top(whole: boolean, changed: () => void): TemplateResult {
  const copy = async () => {
    linkText = (await copyText(location.href)) ? 'Link copied' : 'Copy it from the address';
    changed();
    setTimeout(() => {
      linkText = 'Copy link';
      changed();
    }, 2000);
  };
  return html`<a class="wordmark" href="/"
      ><img src="/assets/icon.svg" alt="" width="24" height="24" /> session-guard</a
    >
    <h1>Playground</h1>
    <div class="top-links">
      ${whole ? '' : html`<span class="hint">Your theme is too long for a link.</span>`}
      ${button(linkText, () => void copy(), false, 'small')}
    </div>`;
}
