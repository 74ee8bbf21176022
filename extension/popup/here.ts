import { html, nothing, type TemplateResult } from 'lit';
import { decidedText } from '../policy/decided.ts';
import { lockedBy } from '../policy/in-force.ts';
import type { Problem } from '../../shared/problem.ts';
import { siteIcon } from '../pages/icon.ts';
import { fill } from '../pages/texts.ts';
import type { SessionView } from '../session/view.ts';
import type { Ready } from './scene.ts';
import { problemText, sessionBody } from './session.ts';
import { wordsOf } from './session-words.ts';
import { placeOf, type Place } from './tab.ts';

/** The site of the tab in view. */
export function here(scene: Ready, session: SessionView | 'elsewhere' | undefined): TemplateResult {
  if (session === 'elsewhere') return elsewhere(scene);
  return session ? guarded(scene, session) : notGuarded(scene);
}

const heading = (view: { name: string; host: string }, tags: string[] = []) =>
  html`<header class="who">
    ${siteIcon(view.name, view.host)}
    <div>
      <h1>${view.name}</h1>
      ${view.host === view.name ? nothing : html`<p class="muted small">${view.host}</p>`}
    </div>
    ${tags.map((tag) => html`<span class="tag">${tag}</span>`)}
  </header>`;

function guarded(scene: Ready, view: SessionView): TemplateResult {
  const { language, live } = scene;
  const words = wordsOf(view, language, live.now);
  return html`<section class="here" aria-label=${view.name}>
    ${heading(view, tagsOf(view, scene))}
    <div class=${words.urgent ? 'time alert' : 'time'}>
      ${words.time ? countdown(language.texts.left, words.time.long) : html`<p class="big">${words.title ?? words.label}</p>`}
      ${words.about.length ? html`<p class="muted about">${words.about.map((each) => html`<span>${each}</span>`)}</p>` : nothing}
    </div>
    ${sessionBody(scene, view, words, true)}
  </section>`;
}

export function tagsOf({ isPrivate, store }: SessionView, { language }: Ready): string[] {
  const { texts } = language;
  if (isPrivate) return [texts.privateWindow];
  const [, number] = /^firefox-container-(\d+)$/.exec(store ?? '') ?? [];
  return store ? [fill(texts.container, { name: number ?? store })] : [];
}

/** The time in large letters, the words round it in small ones, in the order of the language. */
function countdown(text: string, time: string): TemplateResult {
  const [before = '', after = ''] = text.split('{time}');
  return html`<p class="left" role="timer">
    <span class="muted">${before}</span><b class="number">${time}</b><span class="muted">${after}</span>
  </p>`;
}

function elsewhere({ tab, language }: Ready): TemplateResult {
  const { host } = new URL(tab!.url!);
  return html`<section class="here">
    ${heading({ name: host, host })}
    <p class="muted">${language.popup.elsewhere}</p>
  </section>`;
}

function notGuarded(scene: Ready): TemplateResult {
  const place = placeOf(scene.tab);
  const isFirst = !scene.live.profiles.length;
  const { popup } = scene.language;
  return html`<section class="here">
    ${isFirst ? first(scene) : nothing}
    ${
      place.kind === 'cannot'
        ? html`<div class="notice">
            ${isFirst ? html`<h2>${popup.cannot.heading}</h2>` : html`<h1>${popup.cannot.heading}</h1>`}
            <p class="muted">${popup.cannot[place.why]}</p>
          </div>`
        : offerToGuard(scene, place, isFirst)
    }
  </section>`;
}

const first = ({ language }: Ready) => {
  const { heading, one, two, three } = language.popup.first;
  return html`<h1>${heading}</h1>
    <ul class="first">
      ${[one, two, three].map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;
};

function offerToGuard(scene: Ready, place: Place & { kind: 'site' }, isFirst: boolean): TemplateResult {
  const { language, guarding } = scene;
  const { popup } = language;
  const { host } = place;
  const who = isFirst
    ? html`<p class="who">${siteIcon(host, host)}<b>${host}</b></p>`
    : heading({ name: host, host });
  if (guarding === 'denied')
    return html`${who}
      <div class="notice alert" role="alert">
        <h2>${fill(popup.denied.heading, { host })}</h2>
        <p class="muted">${popup.denied.text}</p>
      </div>
      ${guardButton(scene, popup.again)}`;
  const busy = guarding === 'asking' || guarding === 'working';
  return html`${who}
  ${isFirst ? nothing : html`<p class="muted">${popup.notGuarded + language.prompt.between + popup.notGuardedMore}</p>`}
  ${guardButton(scene, popup.guard, busy)}
  ${busy ? html`<p class="muted" role="status">${fill(guarding === 'asking' ? popup.asking : popup.working, { host })}</p>` : nothing}
  ${typeof guarding === 'object' ? html`<p class="alert" role="alert">${problemText(scene, (guarding as Problem).code)}</p>` : nothing}`;
}

function guardButton({ gestures, live, language }: Ready, text: string, busy = false): TemplateResult {
  const decider = lockedBy(live.policy, 'sites');
  const off = busy || decider !== undefined;
  const press = () => decider || gestures.pressGuard();
  return html`<button
      type="button"
      class="primary whole"
      data-offer="guard"
      aria-disabled=${off ? 'true' : nothing}
      aria-describedby=${decider ? 'guard-decided' : nothing}
      @pointerdown=${press}
      @keydown=${({ key, repeat }: KeyboardEvent) => !repeat && /^(Enter| )$/.test(key) && press()}
      @click=${() => off || gestures.guard()}
    >
      ${text}
    </button>
    ${decider ? html`<p class="muted small" id="guard-decided">${decidedText(decider, language)}</p>` : nothing}`;
}
