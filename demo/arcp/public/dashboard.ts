import type { Agent } from '../agents.ts';
import type { Config } from '../config.ts';
import type { Metric } from '../metrics.ts';
import { createAgentsView } from './agents-view.ts';
import { createConfigForm } from './config-form.ts';
import { createConnection } from './connection.ts';
import { onSignedIn, signedOut, token } from './credentials.ts';
import { byId, element } from './dom.ts';
import { embedGuard } from './guard.ts';
import { noteEvents, noteTraffic } from './log.ts';
import { showMetrics } from './metrics-view.ts';
import { startPanel } from './panel.ts';

const here = location.pathname + location.search;
const signInHere = `/arcp/signin?${new URLSearchParams({ return_to: here })}`;

async function start(): Promise<void> {
  noteEvents();
  const connection = createConnection(noteTraffic);
  const { guard, api } = await embedGuard(connection);
  const showAgents = createAgentsView();
  const form = createConfigForm(() => api);
  let loaded = false;
  let loading = false;

  startPanel({ connection, guard, api });

  async function get<T>(path: string): Promise<{ body: T; at: number }> {
    const reply = await api(path);
    if (!reply.ok) throw new Refused(reply.status);
    return { body: (await reply.json()) as T, at: Date.parse(reply.headers.get('Date') ?? '') };
  }

  async function load(): Promise<void> {
    loading = true;
    byId<HTMLButtonElement>('refresh').disabled = true;
    try {
      const [agents, metrics, config] = await Promise.all([
        get<{ agents: Agent[] }>('/arcp/agents'),
        get<{ metrics: Metric[] }>('/arcp/metrics'),
        get<Config>('/arcp/config'),
      ]);
      showAgents(agents.body.agents, agents.at);
      showMetrics(metrics.body.metrics);
      form.show(config.body);
      loaded = true;
      byId('content').dataset.state = 'ready';
      tell();
      byId('freshness').textContent = `Updated ${new Date(agents.at).toLocaleTimeString('en-GB')}`;
    } catch (error) {
      if (!loaded) byId('content').dataset.state = 'empty';
      if (!(error instanceof Refused)) tell('The server did not answer. Nothing on this page was changed.');
      else if (error.status !== 401) tell('The server could not answer. Try again in a moment.');
      else
        tell(
          'Your session is over, so nothing new was loaded.',
          element('a', { href: signInHere }, 'Sign in'),
        );
    } finally {
      loading = false;
      byId<HTMLButtonElement>('refresh').disabled = false;
    }
  }

  byId('refresh').addEventListener('click', () => void load());
  byId('sign-out').addEventListener('click', () => void signOut());
  guard.addEventListener('session-guard-restored', () => form.sessionRestored());
  // For a page that opened with a dead session: it never held one, so the element has nothing to restore.
  onSignedIn(() => {
    if (loaded || loading) return;
    void guard.look();
    void load();
  });

  async function signOut(): Promise<void> {
    await connection.send('/arcp/auth/logout', { method: 'POST' }).catch(() => undefined);
    signedOut();
    guard.end('signed-out');
    location.assign('/arcp/signin?signed-out');
  }

  markCurrentSection();
  await load();
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

function tell(...content: (Node | string)[]): void {
  const notice = byId('notice');
  notice.hidden = content.length === 0;
  notice.replaceChildren(...content);
  if (content.length > 0 && byId('freshness').textContent === 'Loading …') {
    byId('freshness').textContent = 'Not loaded';
  }
}

function markCurrentSection(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.side nav a')];
  const mark = () => {
    const current = location.hash || '#overview';
    for (const link of links) {
      if (link.hash === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('hashchange', mark);
  mark();
}

// Only a page that never had a token goes there by itself; an ending is for the person to answer.
if (token()) await start();
else location.replace(signInHere);
