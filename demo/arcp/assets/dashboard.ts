import { createConnection } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { createLoading, getJson } from '../../assets/loading.ts';
import { noteEvents, noteTraffic } from '../../assets/log.ts';
import { showMetrics } from '../../assets/metrics-view.ts';
import { showPerson } from '../../assets/person.ts';
import { markCurrentSection } from '../../assets/sections.ts';
import type { Metric } from '../../metric.ts';
import type { Agent } from '../agents.ts';
import type { Config } from '../config.ts';
import { createAgentsView } from './agents-view.ts';
import { createConfigForm, showName } from './config-form.ts';
import { authorized, onSignedIn, person, signedOut, token } from './credentials.ts';
import { embedGuard } from './guard.ts';
import { startArcpPanel } from './panel.ts';

const here = location.pathname + location.search;
const signInHere = `/arcp/signin?${new URLSearchParams({ return_to: here })}`;

async function start(): Promise<void> {
  noteEvents();
  const connection = createConnection(noteTraffic, authorized);
  const { guard, api } = await embedGuard(connection.send, sayWhose);
  const showAgents = createAgentsView();
  const form = createConfigForm(api);

  startArcpPanel({ connection, guard, api });

  const loading = createLoading(async () => {
    const [agents, metrics, config] = await Promise.all([
      getJson<{ agents: Agent[] }>(api, '/arcp/agents'),
      getJson<{ metrics: Metric[] }>(api, '/arcp/metrics'),
      getJson<Config>(api, '/arcp/config'),
    ]);
    showAgents(agents.body.agents, agents.at);
    showMetrics(metrics.body.metrics);
    form.show(config.body);
    showName(config.body);
    // The real dashboard asks; here the element does, where there is one.
    if (!guard) await api('/arcp/auth/session_status');
    return agents.at;
  }, signInHere);

  byId('sign-out').addEventListener('click', () => void signOut());
  guard?.addEventListener('session-guard-restored', () => form.sessionRestored());
  // For a page that opened with a dead session: it never held one, so the element has nothing to restore.
  onSignedIn(() => {
    if (loading.loaded || loading.underWay) {
      // With the token of somebody else in it, this page is not to be used for a moment longer.
      if (guard && person()?.id !== guard.getAttribute('subject')) void guard.look();
      return;
    }
    // Nothing of anybody is on it yet: it is the page of whoever signed in.
    sayWhose(guard);
    void guard?.look();
    void loading.load();
  });

  async function signOut(): Promise<void> {
    await connection.send('/arcp/auth/logout', { method: 'POST' }).catch(() => undefined);
    signedOut();
    guard?.end('signed-out');
    location.assign('/arcp/signin?signed-out');
  }

  if (!guard) sayWhose();
  markCurrentSection();
  await loading.load();
}

/** Whose page this is stays as it is now, also when somebody else signs in in another tab. */
function sayWhose(guard?: HTMLElement): void {
  const whose = person();
  if (!whose) return;
  guard?.setAttribute('subject', whose.id);
  showPerson(whose);
}

// Only a page that never had a token goes there by itself; an ending is for the person to answer.
if (token()) await start();
else location.replace(signInHere);
