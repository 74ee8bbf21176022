import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { isOver } from '../../shared/phase.ts';
import { fill } from '../pages/texts.ts';
import { decidedText } from '../policy/decided.ts';
import { lockedBy } from '../policy/in-force.ts';
import type { SessionView } from '../session/view.ts';
import { offersFor, type Offer } from './offers.ts';
import type { Scene, Ready } from './scene.ts';
import { keepFreshWords, sentencesOf, type SessionWords } from './session-words.ts';

/** What can be done with a session, and what else there is to know of it. */
export function sessionBody(scene: Ready, view: SessionView, words: SessionWords, isHere: boolean): unknown {
  const { first, others } = offersFor(view, isHere);
  const { popup, prompt } = scene.language;
  const { detail } = view.ending ?? {};
  const problem = scene.problems.get(view.key);
  const isSuggested = scene.suggestions.has(view.site);
  const isHeld = [first, ...others].some(isPause) ? lockedBy(scene.live.policy, 'sites') : undefined;
  return html`
    ${sentencesOf(words, scene.language, isSuggested).map((sentence) => html`<p class="muted">${sentence}</p>`)}
    ${words.notes.map((note) => html`<p class="alert">${note}</p>`)}
    ${problem ? html`<p class="alert" role="alert">${problemText(scene, problem.code)}</p>` : nothing}
    ${
      isSuggested
        ? html`<p class="notice">
            ${popup.suggestion.text} ${pageLink(scene, guardingPage(view.site), popup.suggestion.look, '')}
          </p>`
        : nothing
    }
    ${first ? html`<p>${offer(scene, view, first, 'primary', isHere)}</p>` : nothing}
    ${
      first?.startsWith('sign-in') && view.signIn && view.signIn.host !== view.host
        ? html`<p class="muted small">${fill(popup.do.signInAt, { host: view.signIn.host })}</p>`
        : nothing
    }
    ${
      others.length
        ? html`<div class="actions in-line">
            ${others.map((each) => offer(scene, view, each, 'quiet', isHere))}
          </div>`
        : nothing
    }
    ${isHeld ? html`<p class="muted small" id=${decidedId(view)}>${decidedText(isHeld, scene.language)}</p>` : nothing}
    ${keepFresh(scene, view, isHere)}
    ${
      view.ending?.code || view.ending?.requestId || detail
        ? html`<details class="small">
            <summary class="muted">${popup.details}</summary>
            ${detail ? html`<p>${detail}</p>` : nothing}
            <dl class="facts">
              ${fact(prompt.code, view.ending?.code)} ${fact(prompt.request, view.ending?.requestId)}
            </dl>
          </details>`
        : nothing
    }
  `;
}

const isPause = (offer: Offer | undefined) => offer === 'pause' || offer === 'resume';
const decidedId = ({ key }: SessionView) => `decided-${key}`;

const fact = (name: string, value: string | undefined) =>
  value
    ? html`<dt>${name}</dt>
        <dd><code>${value}</code></dd>`
    : nothing;

export function problemText({ language }: Scene, code: string): string {
  if (code === 'decided') return language.policy.decided;
  const texts: Record<string, string> = language.texts.problems;
  return fill(Object.hasOwn(texts, code) ? texts[code]! : texts.other!, { code });
}

export const guardingPage = (site: string, tab?: number) =>
  `extension/guarding/index.html?site=${encodeURIComponent(site)}${tab === undefined ? '' : `&tab=${tab}`}`;

export const optionsPage = (hash = '') => `extension/options/index.html${hash}`;

/** Our own pages open in a tab of their own, in front. */
export const pageLink = ({ gestures }: Scene, path: string, text: string, look = 'button quiet') =>
  html`<a
    class=${look}
    href=${`/${path}`}
    @click=${(event: Event) => {
      event.preventDefault();
      gestures.page(path);
    }}
    >${text}</a
  >`;

/** `aria-disabled` keeps the focus where it is while something is under way. */
function offer(scene: Ready, view: SessionView, what: Offer, look: string, isHere: boolean): unknown {
  const { language, gestures, pending } = scene;
  const texts = language.popup.do;
  const { key, site } = view;
  const asked = pending.get(key);
  const press = (text: string, run: () => void, busy = false, why: string | typeof nothing = nothing) =>
    html`<button
      type="button"
      class=${look}
      data-offer=${what}
      aria-disabled=${busy ? 'true' : nothing}
      aria-describedby=${why}
      @click=${() => busy || run()}
    >
      ${text}
    </button>`;
  const renewing = view.renewing || asked === 'renew';
  const looking = view.looking || asked === 'look';
  switch (what) {
    case 'renew':
      return press(
        renewing ? texts.renewing : texts.renew,
        () => gestures.send(key, { do: 'renew', key }),
        renewing,
      );
    case 'look':
      return press(
        looking ? texts.looking : texts.look,
        () => gestures.send(key, { do: 'look', key }),
        looking,
      );
    case 'sign-in':
    case 'sign-in-again':
      return press(what === 'sign-in' ? texts.signIn : texts.signInAgain, () =>
        gestures.send(key, { do: 'sign-in', key }),
      );
    case 'open-tab':
    case 'open-site':
      return press(what === 'open-tab' ? texts.openTab : texts.openSite, () =>
        gestures.send(key, { do: 'open-tab', key }),
      );
    case 'signed-in':
      return press(texts.signedIn, () => gestures.send(key, { do: 'signed-in', site }));
    case 'signed-out':
      return press(texts.signedOut, () => gestures.send(key, { do: 'was-signed-out', site, yes: true }));
    case 'pause':
    case 'resume': {
      const isHeld = lockedBy(scene.live.policy, 'sites') !== undefined;
      return press(
        what === 'pause' ? texts.pause : texts.resume,
        () => gestures.send(key, { do: 'pause', site, on: what === 'pause' }),
        isHeld,
        isHeld ? decidedId(view) : nothing,
      );
    }
    case 'give-access':
      return press(view.ofPolicy ? language.policy.giveAccess : texts.giveAccess, () =>
        gestures.giveAccess(view),
      );
    case 'give-cookies':
      return press(texts.giveCookies, () => gestures.giveCookies(view));
    case 'know':
      return pageLink(scene, guardingPage(site, isHere ? scene.tab?.id : undefined), texts.know);
    case 'review':
      return pageLink(
        scene,
        optionsPage(`#site=${encodeURIComponent(site)}`),
        texts.review,
        `button ${look}`,
      );
    case 'why':
    case 'why-past':
      return pageLink(
        scene,
        optionsPage(`#why=${encodeURIComponent(key)}`),
        what === 'why' ? texts.why : texts.whyPast,
      );
  }
}

function keepFresh(scene: Ready, view: SessionView, isHere: boolean): unknown {
  const { keepFresh, key, site } = view;
  if (!keepFresh.possible || view.paused || view.access === 'missing') return nothing;
  // Nothing is to be kept: the switch is there only where it is on.
  if (!keepFresh.on && (view.phase === 'none' || isOver(view.phase))) return nothing;
  const { language, gestures, live: state, tab } = scene;
  const texts = language.popup.keepFresh;
  if (keepFresh.limit === 'never')
    return html`<p class="muted small">
      ${[language.policy.never, decidedText(state.policy, language)].join(language.prompt.between)}
    </p>`;
  const set = (on: boolean, untilTabCloses?: number) =>
    gestures.send(key, {
      do: 'keep-fresh',
      site,
      on,
      ...(untilTabCloses !== undefined && { untilTabCloses }),
    });
  const isOn = (event: Event) => (event.target as HTMLInputElement).checked;
  const sentences = keepFreshWords(view, language, state.now);
  const id = `keep-${isHere ? 'here' : key}`;
  return html`<div class="keep-fresh">
    <label class="switch">
      <b>${texts.name}</b>
      <input
        type="checkbox"
        role="switch"
        aria-describedby=${id}
        .checked=${live(keepFresh.on)}
        @change=${(event: Event) => set(isOn(event))}
      />
    </label>
    <p class="muted small" id=${id}>${sentences.join(language.prompt.between)}</p>
    ${
      isHere && keepFresh.on && tab?.id !== undefined
        ? html`<label class="choice small">
            <input
              type="checkbox"
              .checked=${live(keepFresh.untilTabCloses)}
              @change=${(event: Event) => set(true, isOn(event) ? tab.id : undefined)}
            />
            <span>${texts.tab}</span>
          </label>`
        : nothing
    }
  </div>`;
}
