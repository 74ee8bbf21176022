import { html, nothing } from 'lit';
import { siteIcon } from '../../pages/icon.ts';
import { counted, fill } from '../../pages/texts.ts';
import { wordsOf } from '../../popup/session-words.ts';
import type { SiteProfile } from '../../profile/profile.ts';
import type { SessionView } from '../../session/view.ts';
import { confirmSite, giveAccess, isOutdated, putBefore, saveDraft, takeAccessBack } from '../acting.ts';
import { lockedBy, siteLockedBy } from '../../policy/in-force.ts';
import { fileName, idOf, textOf, type Written } from '../documents.ts';
import { draftOf, isChanged, problemsOf, writtenIn, type Draft } from '../drafts.ts';
import { needsOf } from '../needs.ts';
import { requestsOf } from '../requests.ts';
import { whyHash } from '../routes.ts';
import type { Scene } from '../scene.ts';
import { decidable, decidedNote } from './decided.ts';
import { formView } from './form-view.ts';
import { jsonView, problemList, showLine } from './json-view.ts';
import { back, fold, heading, isBusy, noteAt } from './parts.ts';
import { requestsView } from './requests-view.ts';

/** All of one site. */
export function siteView(scene: Scene, id: string): unknown {
  const { profiles, live, words } = scene;
  const { add, site: said } = words.options;
  const profile = profiles.read.find((each) => each.id === id);
  const decider = siteLockedBy(live.policy, id);
  const own = profiles.written.find((each) => idOf(each) === id);
  const ofPolicy = live.policy.written.find((each) => idOf(each as Written) === id) as Written | undefined;
  const written = ofPolicy ?? own;
  if (!profile || !written)
    return html`${back('#sites', add.back)} ${heading(said.gone)}
      <p>${said.goneText}</p>`;
  const views = live.views.filter(({ site }) => site === id);
  const draft = (ofPolicy ? undefined : scene.ui.drafts.get(id)) ?? draftOf(written);
  const requests = requestsOf(profile).length;
  const isUnconfirmed = views[0]?.paused === 'unconfirmed';
  return html`${back('#sites', add.back)}
    <div class="who">
      ${siteIcon(profile.name, views[0]?.host ?? id)}
      <div>
        ${heading(profile.name)}
        <p class="muted">${views[0]?.host}</p>
      </div>
    </div>
    ${ofPolicy && own ? html`<p class="notice">${words.policy.kept}</p>` : nothing}
    ${isUnconfirmed ? confirmView(scene, profile) : nothing} ${shadowView(scene, id)}
    ${isUnconfirmed ? nothing : standingView(scene, profile, views)}
    <section class="stack">
      <div class="head">
        <h2>${said.edit}</h2>
        ${switchView(scene)}
      </div>
      ${decidable(decider, 'site-decided', scene, editorView(scene, draft))}
    </section>
    ${
      isUnconfirmed
        ? nothing
        : html`<section>
            ${fold(
              scene,
              'requests',
              requests ? counted(words.tag, said.asks, requests) : said.asksNothing,
              () => requestsView(profile, words),
            )}
          </section>`
    }
    <section class="actions ends">
      <button @click=${() => scene.saveFile(fileName([written]), textOf([written]))}>${said.export}</button>
      <button
        class="danger"
        ?disabled=${decider !== undefined}
        aria-describedby=${decider ? 'site-decided' : nothing}
        @click=${() =>
          scene.set({
            question: {
              heading: fill(said.unguardAsk, { name: profile.name }),
              text: said.unguardText,
              action: said.unguard,
              run: () =>
                scene.act('unguard', scene.hands.send({ do: 'unguard', site: id }), '', () => {
                  scene.edit(undefined, id);
                  location.hash = '#sites';
                }),
            },
          })}
      >
        ${said.unguard}
      </button>
      ${noteAt('unguard', scene)}
    </section>`;
}

/** What was imported: to be read, and agreed to. */
export function confirmView(scene: Scene, profile: SiteProfile): unknown {
  const { words, hands, act } = scene;
  const { confirm: said } = words.options;
  const place = `confirm ${profile.id}`;
  const decider = lockedBy(scene.live.policy, 'import');
  return html`<section class="card stack">
    <div class="stack close">
      <h2>${said.heading}</h2>
      <p>${said.text}</p>
    </div>
    ${requestsView(profile, words)}
    <p class="actions">
      <button
        class="primary"
        aria-label="${said.agree}: ${profile.name}"
        aria-disabled=${isBusy(place, scene)}
        ?disabled=${decider !== undefined}
        aria-describedby=${decider ? 'confirm-decided' : nothing}
        @click=${() => isBusy(place, scene) || act(place, confirmSite(hands, profile), said.agreed)}
      >
        ${said.agree}
      </button>
      ${decidedNote(decider, 'confirm-decided', scene)} ${noteAt(place, scene)}
    </p>
  </section>`;
}

function shadowView(scene: Scene, id: string): unknown {
  const { overlaps, profiles, words, hands, act } = scene;
  const { site: said } = words.options;
  return (overlaps.get(id) ?? []).slice(0, 3).map((winner) => {
    const name = profiles.read.find((each) => each.id === winner)?.name ?? winner;
    const place = `order-${winner}`;
    const decider = siteLockedBy(scene.live.policy, winner);
    return html`<div class="notice stack close">
      <p>${fill(said.shadowed, { name })}</p>
      <p class="actions">
        <button
          ?disabled=${decider !== undefined}
          aria-describedby=${decider ? `${place}-decided` : nothing}
          @click=${() => act(place, putBefore(hands, profiles, id, winner), said.saved)}
        >
          ${said.first}
        </button>
        ${decidedNote(decider, `${place}-decided`, scene)} ${noteAt(place, scene)}
      </p>
    </div>`;
  });
}

function standingView(scene: Scene, profile: SiteProfile, views: readonly SessionView[]): unknown {
  const { words, hands, act, live, profiles } = scene;
  const { site: said } = words.options;
  const [view] = views;
  if (!view) return nothing;
  const isMissing = view.access === 'missing';
  const decider = lockedBy(live.policy, 'sites');
  const others = profiles.read.filter(({ id }) => id !== profile.id);
  const pause = (on: boolean) => act('pause', hands.send({ do: 'pause', site: profile.id, on }), '');
  return html`<section class="card stack" aria-labelledby="standing">
    <h2 id="standing">${said.standing}</h2>
    ${views.map((each) => sessionView(scene, each, live.now, views.length > 1))}
    <div class="line">
      <p class=${isMissing ? 'alert' : 'muted'}>
        ${isMissing ? (view.ofPolicy ? words.policy.guards : said.missing) : view.cookiesMissing ? said.cookiesMissing : said.granted}
      </p>
      ${
        isMissing || view.cookiesMissing
          ? html`<button
              class="primary"
              @click=${() => act('access', giveAccess(hands, needsOf([profile])), said.gave)}
            >
              ${said.give}
            </button>`
          : html`<button
              class="quiet"
              @click=${() => act('access', takeAccessBack(hands, profile, others), said.tookBack)}
            >
              ${said.takeBack}
            </button>`
      }
    </div>
    ${noteAt('access', scene)}
    <p class="actions">
      <button
        ?disabled=${decider !== undefined}
        aria-describedby=${decider ? 'pause-decided' : nothing}
        @click=${() => pause(view.paused === undefined)}
      >
        ${view.paused ? said.resume : said.pause}
      </button>
      ${decidedNote(decider, 'pause-decided', scene)}
      <a class="button quiet" href=${whyHash(view.key)}>${said.why}</a>
      ${noteAt('pause', scene)}
    </p>
  </section>`;
}

function sessionView({ words }: Scene, view: SessionView, now: number, isOne: boolean): unknown {
  const said = wordsOf(view, words, now);
  const { texts } = words;
  const place = [
    view.store && fill(texts.container, { name: view.store }),
    view.isPrivate && texts.privateWindow,
    isOne && view.host,
  ].filter((each) => typeof each === 'string');
  return html`<div class="session">
    <p>
      <strong class=${said.urgent ? 'urgent' : ''}>${said.label}</strong>
      ${place.map((each) => html`<span class="tag">${each}</span>`)}
    </p>
    ${[...said.about, ...said.sentences, ...said.notes].map((line) => html`<p class="muted small">${line}</p>`)}
  </div>`;
}

function switchView({ ui, set, words }: Scene): unknown {
  const { site: said } = words.options;
  return html`<div class="views" role="group" aria-label=${said.edit}>
    ${(['form', 'json'] as const).map(
      (each) =>
        html`<button aria-pressed=${ui.editor === each} @click=${() => set({ editor: each })}>
          ${said[each]}
        </button>`,
    )}
  </div>`;
}

function editorView(scene: Scene, draft: Draft): unknown {
  const { ui, words, edit, act, hands, profiles, set, live } = scene;
  const { site: said } = words.options;
  const { id } = draft;
  const problems = problemsOf(draft);
  const changed = isChanged(draft);
  const outcome = ui.note?.place === 'save' ? ui.note.outcome : undefined;
  const isRefused = changed && isOutdated(profiles, draft) && outcome?.ok === false;
  const paused = live.views.find(({ site }) => site === id)?.paused !== undefined;
  const save = (overwrite: boolean) => {
    if (isBusy('save', scene)) return;
    act('save', saveDraft(hands, profiles, draft, { overwrite, paused }), said.saved, () =>
      scene.saved(draft),
    );
  };
  return html`<div class="stack">
    ${
      ui.editor === 'json'
        ? jsonView(scene, draft, problems)
        : writtenIn(draft)
          ? formView(scene, draft, problems)
          : html`<div class="notice alert stack close">
              <p>${said.formClosed}</p>
              <p class="actions"><button @click=${() => set({ editor: 'json' })}>${said.toJson}</button></p>
            </div>`
    }
    <div class="save stack close" ?hidden=${!changed && ui.note?.place !== 'save'}>
      ${ui.editor === 'json' ? problemList(scene, problems, (line) => showLine(draft.text, line)) : nothing}
      ${problems.length ? html`<p class="alert small">${counted(words.tag, said.problems, problems.length)}</p>` : nothing}
      <p class="actions">
        ${
          changed
            ? html`<button
                  class="primary"
                  aria-disabled=${problems.length > 0 || isBusy('save', scene)}
                  @click=${() => (problems.length ? undefined : save(isRefused))}
                >
                  ${isRefused ? said.overwrite : said.save}
                </button>
                <button @click=${() => edit(undefined, id)}>${said.discard}</button>`
            : nothing
        }
        ${noteAt('save', scene)}
      </p>
    </div>
  </div>`;
}
