import { html, render } from 'lit/html.js';
import type { Scheme, Theme } from '../../shared/theme/theme.ts';
import { cssOf } from '../../shared/theme/theme-css.ts';
import { ruleOf } from '../../shared/theme/tokens.ts';
import cover from '../cover.css?inline';
import { bannerView } from '../prompt/banner.ts';
import { stepAt } from '../prompt/countdown.ts';
import { dialogView } from '../prompt/dialog.ts';
import { createLogo } from '../prompt/logo.ts';
import promptStyles from '../prompt/prompt.css?inline';
import type { Gestures, Scene } from '../prompt/scene.ts';
import type { Language } from '../prompt/texts.ts';
import { themed } from '../prompt/themed.ts';
import { wordsFor } from '../prompt/words.ts';
import { setApplied } from '../theme/theme-of.ts';
import inStage from './in-stage.css?inline';
import { phasePicture, type PhaseName } from './phases.ts';
import stageStyles from './stage.css?inline';

export interface Look {
  theme: Theme;
  phase: PhaseName;
  scheme: Scheme;
  language: Language;
  direction?: 'ltr' | 'rtl';
}

const nothing = () => {};
const gestures = new Proxy({} as Gestures, { get: () => nothing });

/**
 * A page with a prompt over it, of the prompt's own views and style sheets, in a place of any document of ours. The
 * theme is put on the outer of two roots, as on a page.
 */
export function createStage(place: HTMLElement) {
  // Made here, whatever document it goes into: only what this document made is known to the prompt's code.
  const outer = document.createElement('div');
  const page = outer.attachShadow({ mode: 'open' });
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const inside = document.createElement('div');
  const behind = document.createElement('div');
  root.append(inside);
  page.append(behind, host);
  place.append(outer);
  outer.inert = true;

  const view = outer.ownerDocument.defaultView as typeof globalThis & Window;
  const sheet = (text: string) => {
    const made = new view.CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };
  const look = sheet('');
  const backdrop = `.backdrop { background: var(--session-guard-backdrop, ${String(ruleOf('backdrop').css)}); }`;
  page.adoptedStyleSheets = [sheet(stageStyles + backdrop), look];
  root.adoptedStyleSheets = [sheet(promptStyles), sheet(cover), sheet(inStage)];

  let drawn: Look | undefined;
  const logo = createLogo(host, () => drawn && draw(drawn));

  function draw(next: Look) {
    drawn = next;
    const { theme, scheme, phase, direction } = next;
    outer.style.colorScheme = scheme;
    outer.dir = direction ?? next.language.direction;
    look.replaceSync(cssOf(theme, ':host'));
    setApplied(page, { texts: theme.texts, logo: theme.logo, sheet: look });
    const { model, place: where, left } = phasePicture(phase);
    const language = themed(next.language, host);
    const scene: Scene = {
      model,
      place: where,
      collapsed: false,
      language,
      words: wordsFor(model, language),
      step: left === undefined ? undefined : stepAt(left),
      speech: [],
      urgent: false,
      logo: logo(),
      gestures,
    };
    render(
      html`<div class="page">
          ${Array.from({ length: 14 }, (_, at) => html`<span class=${at % 5 === 1 ? 'gap' : ''}></span>`)}
        </div>
        ${where === 'dialog' ? html`<div class="backdrop"></div>` : ''}`,
      behind,
    );
    Object.assign(inside, { lang: language.tag, dir: direction ?? language.direction });
    render(
      html`${model.covered ? html`<div part="cover"></div>` : ''}${dialogView(scene)} ${bannerView(scene)}`,
      inside,
    );
    root.querySelector('dialog')!.open = where === 'dialog';
  }

  return { draw };
}

export type Stage = ReturnType<typeof createStage>;
