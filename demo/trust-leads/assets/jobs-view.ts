import { byId, element } from '../../assets/dom.ts';
import type { Job } from '../jobs.ts';
import type { SavedSearch } from '../searches.ts';

export function showJobs(jobs: Job[], searches: SavedSearch[]): void {
  const nameOf = (id: string) => searches.find((search) => search.id === id)?.name ?? id;
  byId('job-count').textContent = String(jobs.length);
  byId('job-rows').replaceChildren(...jobs.map((job) => row(job, nameOf(job.search))));
}

function row(job: Job, search: string): HTMLElement {
  const cell = (label: string, className: string, ...content: (Node | string)[]) =>
    element('td', { 'data-label': label, class: className }, ...content);
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, search, element('span', { class: 'detail' }, job.outcome)),
    cell('Status', 'status', element('span', { class: `badge ${job.status}` }, job.status)),
    cell('Started', 'number', when(job.started_at)),
    cell('Took', 'number took', took(job.took)),
    cell('Pages', 'number', job.pages_read.toLocaleString('en')),
    cell('Leads', 'number', String(job.leads_found)),
  );
}

const when = (at: string) =>
  new Date(at).toLocaleString('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });

const took = (seconds: number) =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
