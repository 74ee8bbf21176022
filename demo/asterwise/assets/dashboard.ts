import { createConnection } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { createLoading, getJson, tell } from '../../assets/loading.ts';
import { noteEvents, noteTraffic } from '../../assets/log.ts';
import { showMetrics } from '../../assets/metrics-view.ts';
import { showPerson } from '../../assets/person.ts';
import { markCurrentSection } from '../../assets/sections.ts';
import type { Named } from '../../people.ts';
import type { Integration } from '../integration.ts';
import type { ApiKey } from '../keys.ts';
import type { Usage } from '../usage.ts';
import { showCalls } from './calls-view.ts';
import { authorized, findToken, shareToken, signedOut } from './credentials.ts';
import { embedGuard, tellGuard, type StatedSession } from './embed.ts';
import { createIntegrationForm } from './integration-form.ts';
import { showKeys } from './keys-view.ts';
import { startDashboardPanel } from './panel.ts';

const here = location.pathname + location.search;
const signInHere = `/asterwise/signin?${new URLSearchParams({ return_to: here })}`;

interface StartUp {
  session: StatedSession;
  user: Named;
  usage: Usage;
  keys: ApiKey[];
  integration: Integration;
}

async function start(): Promise<void> {
  noteEvents();
  const connection = createConnection(noteTraffic, authorized);
  const { guard, api } = await embedGuard(connection.send, (guard) => {
    // Its renewals are start-up requests, and those are signed.
    guard.fetch = connection.send;
  });
  const form = createIntegrationForm(api);

  startDashboardPanel({ connection, guard, api });

  /** The one request that moves the end. */
  async function startUp(): Promise<number> {
    const requestedAt = Date.now();
    const { body, at } = await getJson<StartUp>(api, '/asterwise/api/dashboard');
    // Whose page it is from now on, whoever signs in later in another tab.
    guard?.setAttribute('subject', body.user.id);
    showPerson(body.user);
    tellGuard(guard, body.session, body.user.id, requestedAt);
    showUsage(body.usage);
    showKeys(body.keys, at);
    form.show(body.integration);
    return at;
  }

  async function refresh(): Promise<number> {
    const [{ body, at }, { body: list }] = await Promise.all([
      getJson<{ usage: Usage }>(api, '/asterwise/api/usage'),
      getJson<{ keys: ApiKey[] }>(api, '/asterwise/api/keys'),
    ]);
    showUsage(body.usage);
    showKeys(list.keys, at);
    return at;
  }

  const loading = createLoading(() => (loading.loaded ? refresh() : startUp()), signInHere);

  shareToken(({ expires_at, user }) => {
    // A page that opened with a dead session never held one: there is nothing to restore, but all to load.
    if (loading.loaded) guard?.start({ body: { session: { expires_at }, user } });
    else if (!loading.underWay) void loading.load();
  });
  guard?.addEventListener('session-guard-restored', () => {
    // What it said of the session is no longer so.
    if (loading.loaded) tell();
    form.sessionRestored();
  });
  byId('sign-out').addEventListener('click', () => void signOut());

  async function signOut(): Promise<void> {
    await connection.send('/asterwise/api/session', { method: 'DELETE' }).catch(() => undefined);
    signedOut();
    guard?.end('signed-out');
    location.assign('/asterwise/signin?signed-out');
  }

  markCurrentSection();
  await loading.load();
}

function showUsage(usage: Usage): void {
  showCalls(usage);
  showMetrics(usage.metrics);
}

// Only where no tab ever had a token the page goes there by itself; an ending is for the person to answer.
if (await findToken()) await start();
else location.replace(signInHere);
