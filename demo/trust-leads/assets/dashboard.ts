import { createConnection } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { createLoading, getJson } from '../../assets/loading.ts';
import { noteEvents, noteTraffic } from '../../assets/log.ts';
import { offerOthers } from '../../assets/person.ts';
import { markCurrentSection } from '../../assets/sections.ts';
import type { Job } from '../jobs.ts';
import type { Lead } from '../notebook.ts';
import type { SavedSearch } from '../searches.ts';
import { csrfHeader, refreshes } from './cookies.ts';
import { startGuard } from './guard.ts';
import { showJobs } from './jobs-view.ts';
import { createLeadsView } from './leads-view.ts';
import { createNotesForm } from './notes-form.ts';
import { startTrustLeadsPanel } from './panel.ts';
import { createSilentFetch } from './silent-fetch.ts';

noteEvents();
const connection = createConnection(noteTraffic);
const silentFetch = createSilentFetch({
  send: connection.send,
  refresh,
  refreshes,
  locks: navigator.locks as LockManager | undefined,
});
const { guard, api } = await startGuard(silentFetch);

const form = createNotesForm(api, (kept) => leadsView.update(kept));
const leadsView = createLeadsView((lead) => form.show(lead));

startTrustLeadsPanel({ connection, guard, api });
offerOthers(guard?.getAttribute('subject') ?? null);

const here = location.pathname + location.search;
const loading = createLoading(
  async () => {
    const [leads, jobs, searches] = await Promise.all([
      getJson<{ leads: Lead[] }>(api, '/trust-leads/api/leads'),
      getJson<{ jobs: Job[] }>(api, '/trust-leads/api/jobs'),
      getJson<{ searches: SavedSearch[] }>(api, '/trust-leads/api/searches'),
    ]);
    leadsView.show(leads.body.leads, searches.body.searches, leads.at);
    showJobs(jobs.body.jobs, searches.body.searches);
    return leads.at;
  },
  `/trust-leads/signin?${new URLSearchParams({ return_to: here })}`,
);

async function refresh(): Promise<Response> {
  const requestedAt = Date.now();
  const reply = await connection.send('/trust-leads/auth/refresh?by=page', {
    method: 'POST',
    headers: csrfHeader(),
    cache: 'no-store',
    // Also when this tab is closed meanwhile: new tokens that were lost on the way would end the session.
    keepalive: true,
    signal: AbortSignal.timeout(10_000),
  });
  // It moved the end, and the element need not look to know.
  if (reply.ok) guard?.start({ body: (await reply.clone().json()) as unknown, requestedAt });
  return reply;
}

async function signOut(): Promise<void> {
  await connection
    .send('/trust-leads/auth/sign-out', { method: 'POST', headers: csrfHeader() })
    .catch(() => undefined);
  guard?.end('signed-out');
  location.assign('/trust-leads/signin?signed-out');
}

byId('sign-out').addEventListener('click', () => void signOut());
guard?.addEventListener('session-guard-restored', () => form.sessionRestored());
markCurrentSection();
await loading.load();
