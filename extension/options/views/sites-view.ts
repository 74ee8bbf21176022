import { html, nothing } from 'lit';
import { siteIcon } from '../../pages/icon.ts';
import { wordsOf } from '../../popup/session-words.ts';
import type { SiteProfile } from '../../profile/profile.ts';
import type { SessionView } from '../../session/view.ts';
import { counted, fill } from '../../pages/texts.ts';
import { giveAccess } from '../acting.ts';
import { needsOf } from '../needs.ts';
import { siteHash } from '../routes.ts';
import type { Scene } from '../scene.ts';
import { heading, noteAt } from './parts.ts';

/** More take longer to draw than people look at them; a search finds the others. */
const atOnce = 100;
/** Below this many there is nothing to search. */
const few = 8;

export function sitesView(scene: Scene): unknown {
  const { live, profiles, ui, set, words } = scene;
  const { sites } = words.options;
  if (!profiles.read.length) return empty(scene);

  const bySite = grouped(live.views);
  const byId = new Map(profiles.read.map((profile) => [profile.id, profile]));
  const sought = ui.search.trim().toLowerCase();
  const rows = profiles.read.filter(
    ({ id, name, match }) =>
      !sought ||
      [name, ...match, ...(bySite.get(id) ?? []).map(({ host }) => host)].some((text) =>
        text.toLowerCase().includes(sought),
      ),
  );
  const shown = ui.open.has('sites') ? rows : rows.slice(0, atOnce);
  const waiting = live.views.filter(({ paused }) => paused === 'unconfirmed').length;
  return html`
    <div class="head">
      ${heading(sites.heading)}
      <a class="button" href="#add">${sites.add}</a>
    </div>
    ${
      waiting
        ? html`<p class="notice">
            <a href="#transfer">${counted(words.tag, words.options.confirm.waiting, waiting)}</a>
          </p>`
        : nothing
    }
    ${
      profiles.read.length > few
        ? html`<div class="field">
            <label for="search">${sites.search}</label>
            <input
              id="search"
              type="search"
              autocomplete="off"
              .value=${ui.search}
              @input=${(event: Event) => set({ search: (event.target as HTMLInputElement).value })}
            />
          </div>`
        : nothing
    }
    <p class="muted small" role="status">
      ${
        !sought
          ? counted(words.tag, sites.count, rows.length)
          : rows.length
            ? counted(words.tag, sites.found, rows.length)
            : fill(sites.nothingFound, { text: ui.search.trim() })
      }
    </p>
    ${
      rows.length
        ? html`<ul class=${shown.length > atOnce ? 'list sites many' : 'list sites'}>
            ${shown.map((profile) => row(scene, profile, bySite.get(profile.id) ?? [], byId))}
          </ul>`
        : nothing
    }
  `;
}

function row(
  scene: Scene,
  profile: SiteProfile,
  views: readonly SessionView[],
  byId: ReadonlyMap<string, SiteProfile>,
): unknown {
  const { words, live, overlaps, ui, hands, act } = scene;
  const { id } = profile;
  const { options, texts, tag } = words;
  const { sites } = options;
  const view = foremost(views);
  if (!view) return nothing;
  const said = wordsOf(view, words, live.now);
  const winner = byId.get(overlaps.get(id)?.[0] ?? '');
  const tags = [
    views.length > 1 && counted(tag, sites.sessions, views.length),
    view.isPrivate && texts.privateWindow,
    ui.drafts.has(id) && sites.unsaved,
    view.ofPolicy && words.policy.site,
    winner && fill(sites.shadowed, { name: winner.name }),
  ].filter((each) => typeof each === 'string');
  const place = `access ${id}`;
  return html`<li>
    ${siteIcon(view.name, view.host)}
    <div class="what">
      <a href=${siteHash(id)}>${view.name}</a>
      <p class="muted small">${view.host}</p>
      ${tags.length ? html`<p class="tags">${tags.map((each) => html`<span class="tag">${each}</span>`)}</p>` : nothing}
    </div>
    <div class="how small">
      <p class=${said.urgent ? 'urgent' : said.faint ? 'muted' : ''}>${said.label}</p>
      ${said.about.map((about) => html`<p class="muted">${about}</p>`)}
    </div>
    ${
      view.access === 'missing' && !view.paused
        ? html`<div class="give">
            <button
              aria-label="${sites.giveAccess}: ${view.name}"
              @click=${() => act(place, giveAccess(hands, needsOf([profile])), options.site.gave)}
            >
              ${sites.giveAccess}
            </button>
            ${noteAt(place, scene)}
          </div>`
        : nothing
    }
  </li>`;
}

/** Of several sessions of a site, the one that ends first. */
export const foremost = (views: readonly SessionView[]): SessionView | undefined =>
  views.reduce<SessionView | undefined>(
    (one, other) => (!one || (other.endsAt ?? Infinity) < (one.endsAt ?? Infinity) ? other : one),
    undefined,
  );

export function grouped(views: readonly SessionView[]): Map<string, SessionView[]> {
  const found = new Map<string, SessionView[]>();
  for (const view of views) {
    const group = found.get(view.site);
    if (group) group.push(view);
    else found.set(view.site, [view]);
  }
  return found;
}

function empty({ words }: Scene): unknown {
  const { sites } = words.options;
  return html`${heading(sites.heading)}
    <div class="empty stack">
      <h2>${sites.empty}</h2>
      <p>${sites.emptyText}</p>
      <p class="actions">
        <a class="button" href="#add">${sites.emptyKnown}</a>
        <a class="button" href="#transfer">${sites.emptyImport}</a>
      </p>
    </div>`;
}
