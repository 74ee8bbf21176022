import { html, nothing } from 'lit';
import { fill, lengthText, momentText } from '../../pages/texts.ts';
import { wordsOf } from '../../popup/session-words.ts';
import type { SiteProfile } from '../../profile/profile.ts';
import { sessionKey, siteKey, type PastEnding } from '../../stored.ts';
import type { SessionView } from '../../session/view.ts';
import { giveAccess } from '../acting.ts';
import { diagnosisText } from '../diagnosis-text.ts';
import { hintsOf, type Hint } from '../hints.ts';
import { choiceOf, isUnknown } from '../../themes/choice.ts';
import { keptIn } from '../../themes/kept.ts';
import { siteHash, whyHash } from '../routes.ts';
import { themeWords } from '../themes/words.ts';
import type { Language } from '../../pages/language.ts';
import type { Scene } from '../scene.ts';
import { timelineOf, type Happened } from '../timeline.ts';
import { fold, heading, noteAt } from './parts.ts';
import { policyProblemsView } from './policy-view.ts';

const shortList = 12;

/** Of one session, or of all that have something to explain. */
export function whyView(scene: Scene): unknown {
  const { live, ui, words } = scene;
  const { why: said } = words.options;
  const key = ui.route.section === 'why' ? ui.route.key : undefined;
  if (!live.views.length)
    return html`${heading(said.heading)} ${policyProblemsView(scene)}
      <p>${said.empty}</p>`;
  const view = live.views.find((each) => each.key === key) ?? live.views.find(({ site }) => site === key);
  return html`${heading(said.heading)}
    <div class="field">
      <label for="session">${said.choose}</label>
      <select
        id="session"
        @change=${(event: Event) => {
          const next = (event.target as HTMLSelectElement).value;
          location.hash = next ? whyHash(next) : '#why';
        }}
      >
        <option value="" .selected=${!view}>${said.all}</option>
        ${live.views.map(
          (each) =>
            html`<option value=${each.key} .selected=${each === view}>${longName(each, words)}</option>`,
        )}
      </select>
    </div>
    ${policyProblemsView(scene)}
    ${key !== undefined && !view ? html`<p class="notice">${said.gone}</p>` : nothing}
    ${view ? sessionView(scene, view) : allView(scene)}`;
}

const longName = ({ name, host, store, isPrivate }: SessionView, { texts }: Language): string =>
  [`${name} (${host})`, store && fill(texts.container, { name: store }), isPrivate && texts.privateWindow]
    .filter(Boolean)
    .join(', ');

/** All sites, those with the newest ending first. */
function allView(scene: Scene): unknown {
  const { live, words } = scene;
  const { why: said } = words.options;
  const last = (view: SessionView) => view.lastEndings.at(-1)?.at ?? 0;
  const sorted = [...live.views].sort((one, other) => last(other) - last(one));
  return html`<ul class="list">
    ${sorted.slice(0, 100).map((view) => {
      const ending = view.lastEndings.at(-1);
      const [hint] = knownOf(scene, view)?.hints ?? [];
      return html`<li class="stack close">
        <div class="line">
          <a href=${whyHash(view.key)}>${view.name}</a>
          <span class="muted small">${wordsOf(view, words, live.now).label}</span>
        </div>
        ${
          ending
            ? html`<p class="small">${endingText(ending, words, live.now)}</p>`
            : html`<p class="muted small">${said.never}</p>`
        }
        ${hint ? html`<p class="small muted">${hintText(hint, words)}</p>` : nothing}
      </li>`;
    })}
  </ul>`;
}

interface Known {
  profile: SiteProfile;
  hints: Hint[];
  events: Happened[];
  skew?: number;
}

function knownOf({ live, profiles }: Scene, view: SessionView): Known | undefined {
  const profile = profiles.read.find(({ id }) => id === view.site);
  if (!profile) return undefined;
  const record = live.stored[sessionKey(view.key)];
  const state = live.stored[siteKey(view.site)];
  const skew = record?.facts.skew;
  return {
    profile,
    hints: hintsOf(record, state, profile, live.access),
    events: timelineOf(record, state, profile),
    ...(skew && { skew: Math.round((skew.early + skew.late) / 2) }),
  };
}

function sessionView(scene: Scene, view: SessionView): unknown {
  const { words, live, about, copy } = scene;
  const { options, tag } = words;
  const { why: said } = options;
  const known = knownOf(scene, view);
  if (!known) return nothing;
  const { hints, events, skew } = known;
  const now = wordsOf(view, words, live.now);
  const ending = view.lastEndings.at(-1);
  const choice = choiceOf(known.profile, scene.preferences, live.policy);
  const kept = keptIn(live.stored).map(({ id }) => id);
  const unknownTheme = isUnknown(choice, kept) ? choice : undefined;
  const text = diagnosisText({ version: about.version, now: live.now, view, unknownTheme, ...known });
  return html`<section class="card stack">
      <div class="line">
        <a href=${siteHash(view.site)}>${view.name}</a>
        <div class="now">
          <strong class=${now.urgent ? 'urgent' : ''}>${now.label}</strong>
          ${now.about.map((line) => html`<p class="muted small">${line}</p>`)}
        </div>
      </div>
      <div class="stack close">
        <h2>${said.last}</h2>
        ${ending ? endingView(ending, words, live.now) : html`<p class="muted">${said.never}</p>`}
      </div>
    </section>
    <section class="stack close">
      <h2>${said.hints}</h2>
      ${
        hints.length
          ? html`<ul class="hints stack close">
              ${hints.map((hint) => html`<li class="notice">${hintText(hint, words)}${remedy(scene, hint)}</li>`)}
            </ul>`
          : html`<p class="muted">${said.quiet}</p>`
      }
      ${noteAt('remedy', scene)}
      ${
        unknownTheme === undefined
          ? nothing
          : html`<p class="notice">${fill(themeWords(words).unknown, { name: unknownTheme })}</p>`
      }
    </section>
    <section class="stack close">
      <h2>${said.events}</h2>
      ${eventsView(scene, events)}
      ${
        skew === undefined
          ? nothing
          : html`<dl class="facts">
              <dt>${said.skew}</dt>
              <dd>${skewText(skew, words)}</dd>
            </dl>`
      }
    </section>
    <section class="stack close">
      <p class="actions">
        <button @click=${() => copy('copy', text)}>${options.copy}</button>
        ${noteAt('copy', scene)}
      </p>
      ${fold(
        scene,
        'as-text',
        said.asText,
        () =>
          html`<p class="hint">${said.asTextHint}</p>
            <pre class="as-text" dir="ltr" lang="en" tabindex="0" role="group" aria-label=${said.asText}>
${text}</pre>`,
      )}
    </section>`;

  function skewText(by: number, { tag: language }: Language): string {
    if (Math.abs(by) < 1000) return said.skewNone;
    return fill(by > 0 ? said.skewAhead : said.skewBehind, {
      time: lengthText(language || tag, Math.abs(by), 'long'),
    });
  }
}

/** Where pressing a button may help. */
function remedy({ act, hands, words }: Scene, hint: Hint): unknown {
  if (hint.hint !== 'parent-cookie') return nothing;
  const origins = [`https://*.${hint.host}/*`];
  return html`<p class="actions">
    <button
      @click=${() => act('remedy', giveAccess(hands, { origins, permissions: [] }), words.options.site.gave)}
    >
      ${words.options.site.give}
    </button>
  </p>`;
}

export function hintText(hint: Hint, { options, texts, tag }: Language): string {
  const { hint: code, ...data } = hint;
  const text = options.hints[code];
  switch (hint.hint) {
    case 'cookies-blocked':
      return fill(text, { time: lengthText(tag, hint.after, 'long') });
    case 'clock-wrong':
      return fill(text, { time: lengthText(tag, Math.abs(hint.by), 'long') });
    case 'harder-limit':
      return fill(text, { time: lengthText(tag, hint.early, 'long'), count: hint.times });
    case 'ended-early':
      return fill(text, { time: lengthText(tag, hint.early, 'long') });
    case 'sources-disagree':
      return fill(text, {
        time: lengthText(tag, hint.by, 'long'),
        one: options.kinds[hint.one],
        other: options.kinds[hint.other],
      });
    case 'headers-unseen':
      return fill(text, { names: new Intl.ListFormat(tag).format(hint.names) });
    case 'stuck':
      return fill(text, { why: texts.stuck[hint.why] });
    default:
      return fill(text, data as Record<string, string>);
  }
}

const reasonText = (reason: PastEnding['reason'], { prompt }: Language): string =>
  reason === 'other-user' ? prompt.someoneElse : prompt.reasons[reason];

const endingText = ({ at, reason, early = 0 }: PastEnding, words: Language, now: number): string =>
  [
    `${momentText(words.tag, at, now)}: ${reasonText(reason, words)}`,
    early >= 60_000 && fill(words.options.why.early, { time: lengthText(words.tag, early, 'long') }),
  ]
    .filter(Boolean)
    .join(words.prompt.between);

function byText(by: string, { by: said }: Language['options']): string {
  const [, number] = /^sign (\d+)$/.exec(by) ?? [];
  if (number !== undefined) return fill(said.sign, { number: Number(number) + 1 });
  return by !== 'sign' && by !== 'other' && Object.hasOwn(said, by)
    ? said[by as 'look']
    : fill(said.other, { by });
}

function endingView(ending: PastEnding, words: Language, now: number): unknown {
  const { options } = words;
  const { why: said } = options;
  const { by, code, requestId, path } = ending;
  return html`<p>${endingText(ending, words, now)}</p>
    <dl class="facts">
      <dt>${said.by}</dt>
      <dd>${byText(by, options)}</dd>
      ${
        code
          ? html`<dt>${said.code}</dt>
              <dd><code dir="ltr">${code}</code></dd>`
          : nothing
      }
      ${
        requestId
          ? html`<dt>${said.request}</dt>
              <dd><code dir="ltr">${requestId}</code></dd>`
          : nothing
      }
      ${
        path
          ? html`<dt>${said.path}</dt>
              <dd><code dir="ltr">${path}</code></dd>`
          : nothing
      }
    </dl>`;
}

function eventsView({ words, live, ui, set }: Scene, events: readonly Happened[]): unknown {
  const { why: said } = words.options;
  if (!events.length) return html`<p class="muted">${said.noEvents}</p>`;
  const shown = ui.allEvents ? events : events.slice(0, shortList);
  return html`<ol class="events">
      ${shown.map(
        (event) =>
          html`<li>
            <span class="muted small number">${momentText(words.tag, event.at, live.now)}</span>
            <div>${eventText(event, words, live.now)}</div>
          </li>`,
      )}
    </ol>
    ${
      shown.length < events.length
        ? html`<p class="actions">
            <button @click=${() => set({ allEvents: true })}>
              ${fill(said.earlier, { count: events.length })}
            </button>
          </p>`
        : nothing
    }`;
}

function eventText(event: Happened, words: Language, now: number): unknown {
  const { options, tag } = words;
  const { events: said } = options;
  switch (event.what) {
    case 'told':
      return fill(said.told, {
        source: options.kinds[event.source],
        time: momentText(tag, event.endsAt, now),
      });
    case 'ended': {
      const { reason, early = 0, code, requestId, path } = event;
      return html`<p>
          <strong>${said.ended}</strong>: ${reasonText(reason, words)}
          ${early >= 60_000 ? fill(options.why.early, { time: lengthText(tag, early, 'long') }) : nothing}
        </p>
        ${
          [code, requestId, path].some(Boolean)
            ? html`<p class="small muted">
                <code dir="ltr">${[path, code, requestId].filter(Boolean).join(' · ')}</code>
              </p>`
            : nothing
        }`;
    }
    case 'problem': {
      const { field, expected, code } = event.problem;
      return html`<p>
          ${field ? fill(said.problem, { field }) : said.problemPlain} <code dir="ltr">${code}</code>
        </p>
        ${expected ? html`<p class="small muted">${fill(said.expected, { expected })}</p>` : nothing}`;
    }
    default:
      return html`<p>${said[event.what]}</p>`;
  }
}
