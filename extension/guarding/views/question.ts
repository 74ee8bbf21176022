import { html, nothing } from 'lit';
import type { Problem } from '../../../shared/problem.ts';
import { fill } from '../../pages/texts.ts';
import { decidedText } from '../../policy/decided.ts';
import { readTyped, type How } from '../form.ts';
import type { QuestionModel } from '../model.ts';
import type { Scene } from '../scene.ts';
import { places } from './candidates.ts';
import { durationField } from './duration.ts';
import { button, code, filled, named, notice } from './parts.ts';
import { watching } from './watching.ts';

type Question = Scene<QuestionModel>;

/** The one question, with what there is to know before it is answered. */
export function question(scene: Question) {
  const { model, language } = scene;
  const { guarding } = language;
  const isUrgent = model.proposals.length > 0 || model.askedSince !== undefined;
  return html`<h1 tabindex="-1">${filled(guarding.access.heading, { name: named(model.site.name) })}</h1>
    <p class="muted">${code(model.site.host)}</p>
    <div class="stack">${notices(scene)} ${watching(scene)}</div>
    ${
      isUrgent
        ? html`<details ?open=${!!model.problem}>
            <summary>${guarding.answerYourself}</summary>
            <div class="stack">${form(scene)}</div>
          </details>`
        : form(scene)
    }`;
}

function notices({ model, language, gestures }: Question) {
  const { guarding } = language;
  const { tab, site, look } = model;
  const host = { host: code(site.host) };
  const open = button(fill(guarding.openSite, { host: site.host }), gestures.openSite);
  return html`${
    model.firstWins
      ? notice(
          filled(guarding.firstWins, { name: named(model.firstWins) }),
          button(guarding.settings, gestures.openSettings),
        )
      : ''
  }
  ${model.isPrivate ? notice(guarding.privateWindow) : ''}
  ${tab === 'gone' ? notice(guarding.tabGone, open) : tab === 'none' ? notice(guarding.noTab, open) : ''}
  ${tab === 'there' && look === 'refused' ? notice(filled(guarding.tells.refused, host)) : ''}
  ${
    model.cookiesAllowed
      ? ''
      : notice(
          model.denied === 'cookies' ? guarding.cookies.denied : guarding.cookies.text,
          button(guarding.cookies.give, gestures.giveCookies),
        )
  }`;
}

function form(scene: Question) {
  const { model, language } = scene;
  const { guarding } = language;
  const { presets } = model;
  const found = [...model.strong, ...model.weak, ...model.unlikely];
  return html`<fieldset
      class="stack"
      ?disabled=${model.decider !== undefined}
      aria-describedby=${model.decider ? 'decided' : nothing}
    >
      <legend><h2>${guarding.question}</h2></legend>
      ${model.expiry.length ? choice(scene, 'keep', guarding.keep.name, guarding.keep.text) : ''}
      ${presets.length ? preset(scene) : ''}
      ${choice(
        scene,
        'tells',
        guarding.tells.name,
        tellsText(model, guarding.tells),
        found.length === 0,
        () => places(scene),
      )}
      ${choice(scene, 'away', guarding.away.name, guarding.away.text, false, () => durationField(scene, 'away'))}
      ${choice(
        scene,
        'fixed',
        guarding.fixed.name,
        model.cookie ? filled(guarding.fixed.text, { name: code(model.cookie.name) }) : guarding.fixed.none,
        !model.cookie,
        () => durationField(scene, 'fixed'),
      )}
      ${choice(scene, 'watch', guarding.watch.name, watchText(scene), model.noWatching !== undefined)}
    </fieldset>
    ${parent(scene)} ${keepFresh(scene)} ${word(scene)}`;
}

const watchText = ({ model: { noWatching }, language }: Question) =>
  noWatching ? decidedText(noWatching, language) : language.guarding.watch.text;

function tellsText(
  { strong, weak, unlikely, look, tab }: QuestionModel,
  texts: Question['language']['guarding']['tells'],
) {
  if (strong.length + weak.length) return texts.text;
  if (look === 'looking' || (look === 'not-yet' && tab === 'there')) return texts.looking;
  return unlikely.length ? texts.onlyUnlikely : texts.none;
}

function choice(
  { model, gestures }: Question,
  how: How,
  name: unknown,
  text: unknown,
  off = false,
  more?: () => unknown,
) {
  const isChosen = model.how === how;
  const choose = () => {
    const [first] = model.strong;
    gestures.fill({ how, ...(how === 'tells' && !model.form.candidate && first && { candidate: first.id }) });
  };
  return html`<div class="card stack close" data-how=${how}>
    <label class="choice">
      <input
        type="radio"
        name="how"
        aria-describedby="${how}-text"
        .checked=${isChosen}
        ?disabled=${off}
        @change=${choose}
      />
      <strong>${name}</strong>
    </label>
    <p class="hint inner" id="${how}-text">${text}</p>
    ${isChosen && more && !off ? more() : ''}
  </div>`;
}

function preset(scene: Question) {
  const { model, language, gestures } = scene;
  const { preset: texts } = language.guarding;
  const { presets, form } = model;
  const chosen = presets.find(({ preset }) => preset === form.preset) ?? presets[0]!;
  return choice(
    scene,
    'preset',
    filled(texts.name, { name: named(chosen.name) }),
    texts.text,
    false,
    () =>
      html`<div class="field inner">
        <label for="address">${texts.address}</label>
        <input
          id="address"
          type="url"
          dir="ltr"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="address-hint"
          .value=${form.address ?? chosen.address}
          @input=${({ target }: Event) => gestures.fill({ address: (target as HTMLInputElement).value })}
        />
        <p class="hint" id="address-hint">${texts.hint}</p>
      </div>`,
  );
}

/** A cookie of the site above is seen only with access to that site. */
function parent({ model, language, gestures }: Question) {
  const { parent: texts } = language.guarding;
  const { needs, site, denied, incomplete } = model;
  if (!needs) return '';
  const isAbove = needs.host !== site.host.replace(/:\d+$/, '');
  const text =
    denied === 'parent'
      ? filled(texts.denied, { host: code(needs.host) })
      : filled(isAbove ? texts.text : texts.plain, { parent: code(needs.host), host: code(site.host) });
  return notice(
    text,
    button(fill(texts.give, { host: needs.host }), gestures.giveParent),
    incomplete ? 'alert' : '',
  );
}

function keepFresh({ model, language, gestures }: Question) {
  const { keepFresh: texts } = language.guarding;
  const { how, form, keepFresh: state } = model;
  const { by, on, forbidden, decider } = state;
  const unfilled =
    (how === 'away' && readTyped(form.away) === undefined && texts.away) ||
    (how === 'tells' && form.candidate === undefined && texts.choose);
  const text = decider
    ? [language.policy.never, decidedText(decider, language)].join(language.prompt.between)
    : forbidden
      ? texts.forbidden
      : by
        ? texts[by]
        : unfilled || texts[how];
  const off = forbidden || !by || decider !== undefined;
  return html`<div class="card stack close">
    <label class="switch">
      <strong>${texts.name}</strong>
      <input
        type="checkbox"
        role="switch"
        aria-describedby="keep-fresh-text"
        .checked=${on && !off}
        ?disabled=${off}
        @change=${({ target }: Event) => gestures.fill({ keepFresh: (target as HTMLInputElement).checked })}
      />
    </label>
    <p class="hint" id="keep-fresh-text">${text}</p>
  </div>`;
}

/** The person's word is in the button that they press. */
function word({ model, language, gestures }: Question) {
  const { guarding } = language;
  const { isGuarded, busy, incomplete, problem, signsIn, how, decider } = model;
  const off = !!busy || decider !== undefined;
  const needsPlace = incomplete && how === 'tells' && !model.needs;
  return html`<div class="stack close">
    ${decider ? html`<p class="notice" id="decided">${decidedText(decider, language)}</p>` : ''}
    <p>${guarding.word}</p>
    ${signsIn ? html`<p class="hint">${guarding.signsIn}</p>` : ''}
    <div role="alert">
      ${incomplete && model.needs ? html`<p class="error">${guarding.parent.first}</p>` : ''}
      ${needsPlace ? html`<p class="error">${guarding.chooseOne}</p>` : ''}
      ${problem ? html`<p class="error">${problemText(problem, language)}</p>` : ''}
    </div>
    <div class="actions">
      ${button(isGuarded ? guarding.saveIn : guarding.guardIn, () => gestures.save(true), 'primary', off)}
      ${button(isGuarded ? guarding.saveOut : guarding.guardOut, () => gestures.save(false), 'plain', off)}
      ${button(guarding.cancel, gestures.close, 'quiet')}
    </div>
    <p role="status" class="muted">${busy === 'saving' ? guarding.saving : ''}</p>
  </div>`;
}

function problemText(
  { code: named, field = '', expected }: Problem,
  { guarding, texts, policy }: Question['language'],
) {
  const { problem } = guarding;
  if (named === 'decided') return policy.decided;
  if (named === 'no-answer') return texts.problems['no-answer'];
  const own = Object.hasOwn(problem, named) ? problem[named as keyof typeof problem] : undefined;
  if (own) return own;
  return expected
    ? fill(problem.field, { field, expected, code: named })
    : fill(problem.other, { code: named });
}
