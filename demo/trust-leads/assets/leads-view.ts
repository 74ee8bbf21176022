import { byId, element } from '../../assets/dom.ts';
import type { Lead } from '../notebook.ts';
import type { SavedSearch } from '../searches.ts';

export interface LeadsView {
  show(leads: Lead[], searches: SavedSearch[], serverNow: number): void;
  /** One of them was changed, by the form beside. */
  update(change: Pick<Lead, 'id'> & Partial<Lead>): void;
}

/** The table of leads, narrowed by the saved searches and the filters above it. */
export function createLeadsView(chosen: (lead: Lead) => void): LeadsView {
  const search = byId<HTMLInputElement>('lead-search');
  const stage = byId<HTMLSelectElement>('lead-stage');
  let all: Lead[] = [];
  let searches: SavedSearch[] = [];
  let now = 0;
  let savedSearch: string | undefined;
  // In the address, so that coming back from a sign-in leads to the same note.
  let current = new URLSearchParams(location.search).get('lead') ?? undefined;

  function draw(): void {
    const wanted = search.value.trim().toLowerCase();
    const shown = all.filter(
      (lead) =>
        (!stage.value || lead.stage === stage.value) &&
        (!savedSearch || lead.search === savedSearch) &&
        [lead.company, lead.trade, lead.place, lead.contact].join(' ').toLowerCase().includes(wanted),
    );
    // Focus must not fall out of a table that is drawn anew.
    const focused = document.activeElement?.getAttribute('data-lead');
    byId('lead-rows').replaceChildren(...shown.map(row));
    if (focused) document.querySelector<HTMLElement>(`[data-lead="${focused}"]`)?.focus();
    byId('lead-count').textContent =
      shown.length === all.length ? `${all.length}` : `${shown.length} of ${all.length}`;
    byId('leads-empty').hidden = shown.length > 0;
  }

  function drawSearches(): void {
    const focused = document.activeElement?.getAttribute('data-search');
    byId('search-list').replaceChildren(...searches.map(searchCard));
    if (focused) document.querySelector<HTMLElement>(`[data-search="${focused}"]`)?.focus();
  }

  function searchCard({ id, name, criteria, schedule }: SavedSearch): HTMLElement {
    const found = all.filter((lead) => lead.search === id);
    const fresh = found.filter((lead) => lead.stage === 'new').length;
    const button = element(
      'button',
      { type: 'button', class: 'search card', 'data-search': id, 'aria-pressed': String(savedSearch === id) },
      element('strong', {}, name),
      element('span', { class: 'muted' }, criteria),
      element(
        'span',
        { class: 'search-foot' },
        element('span', {}, `${found.length} leads`),
        fresh > 0 ? element('span', { class: 'fresh' }, `${fresh} new`) : '',
        element('span', { class: 'muted' }, schedule),
      ),
    );
    button.addEventListener('click', () => {
      savedSearch = savedSearch === id ? undefined : id;
      drawSearches();
      draw();
    });
    return element('li', {}, button);
  }

  function choose(lead: Lead): void {
    current = lead.id;
    remember(lead.id);
    draw();
    chosen(lead);
  }

  function row(lead: Lead): HTMLElement {
    const cell = (label: string, className: string, ...content: (Node | string)[]) =>
      element('td', { 'data-label': label, class: className }, ...content);
    const isCurrent = lead.id === current;
    const name = element(
      'button',
      { type: 'button', class: 'lead-name', 'data-lead': lead.id, 'aria-pressed': String(isCurrent) },
      lead.company,
    );
    name.addEventListener('click', () => {
      choose(lead);
      // On a narrow screen the notes are far below.
      byId('lead-notes').scrollIntoView({ block: 'nearest' });
    });
    const score = element('meter', {
      min: '0',
      max: '100',
      value: String(lead.score),
      'aria-hidden': 'true',
    });
    return element(
      'tr',
      { class: isCurrent ? 'current' : '' },
      element(
        'th',
        { scope: 'row' },
        name,
        element('span', { class: 'detail' }, `${lead.trade} · ${lead.place}`),
      ),
      cell('Contact', 'contact', lead.contact, element('span', { class: 'detail' }, lead.role)),
      cell('Fit', 'fit', score, String(lead.score)),
      cell('Stage', 'status', element('span', { class: `badge ${lead.stage}` }, lead.stage)),
      cell('Found', 'number', ago(now - Date.parse(lead.found_at))),
    );
  }

  search.addEventListener('input', draw);
  stage.addEventListener('change', draw);
  return {
    show(leads, saved, serverNow) {
      all = leads;
      searches = saved;
      now = serverNow;
      drawSearches();
      const first = all.find(({ id }) => id === current) ?? all[0];
      if (first) choose(first);
      else draw();
    },
    update(change) {
      all = all.map((lead) => (lead.id === change.id ? { ...lead, ...change } : lead));
      drawSearches();
      draw();
    },
  };
}

function remember(id: string): void {
  const address = new URL(location.href);
  address.searchParams.set('lead', id);
  // `cover` stays as it is, and does not become `cover=`.
  address.search = address.search.replace(/=(?=&|$)/g, '');
  history.replaceState(history.state, '', address);
}

function ago(ms: number): string {
  const hours = Math.max(0, Math.round(ms / 3_600_000));
  if (hours < 24) return `${hours} h ago`;
  const days = Math.round(hours / 24);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
