import { authorized } from './credentials.ts';
import type { Connection, Send } from './connection.ts';
import { showElement, showReason, showServer, type Belief } from './beliefs.ts';
import { byId } from './dom.ts';
import type { SessionGuard } from '../../../component/session-guard.ts';
import { note } from './log.ts';

const openKey = 'arcp-panel';

export interface PanelInput {
  connection: Connection;
  guard: SessionGuard;
  api: Send;
}

/** Opens and closes; asks the server once a second while open and in view, never otherwise. */
export function startPanel({ connection, guard, api }: PanelInput): void {
  const body = byId('panel-body');
  const toggle = byId<HTMLButtonElement>('panel-toggle');
  let lastBelief: Belief | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Past the page's own connection: an instrument keeps working when the patient is offline.
  async function ask(path: string, change?: object): Promise<void> {
    const init: RequestInit = { headers: authorized(), cache: 'no-store' };
    if (change) Object.assign(init, { method: 'POST', body: JSON.stringify(change) });
    try {
      const reply = await fetch(`/arcp/debug/${path}`, init);
      if (reply.ok) lastBelief = (await reply.json()) as Belief;
      else note('problem', `debug/${path}`, String(reply.status));
    } catch {
      lastBelief = undefined;
    }
    showServer(lastBelief);
    showElement(guard, lastBelief);
  }

  async function watch(): Promise<void> {
    clearTimeout(timer);
    if (body.hidden || document.hidden) return;
    await ask('session');
    clearTimeout(timer);
    timer = setTimeout(() => void watch(), 1000);
  }

  function open(wanted: boolean): void {
    body.hidden = !wanted;
    toggle.setAttribute('aria-expanded', String(wanted));
    document.body.classList.toggle('panel-open', wanted);
    void watch();
  }

  toggle.addEventListener('click', () => {
    open(body.hidden !== false);
    localStorage.setItem(openKey, body.hidden ? 'closed' : 'open');
  });
  document.addEventListener('visibilitychange', () => void watch());
  new MutationObserver(() => showElement(guard, lastBelief)).observe(guard, { attributes: true });

  guard.addEventListener('session-guard-change', (event) => showReason((event as CustomEvent).detail));

  const lever = (id: string, pull: () => unknown) => byId(id).addEventListener('click', () => void pull());
  lever('do-call', () => api('/arcp/metrics').catch(() => undefined));
  lever('do-look', () => guard.look());
  lever('do-expire', () => ask('expire', {}));
  lever('do-revoke', () => ask('revoke', {}));
  lever('do-restart', () => ask('restart', {}));

  const flip = (id: string, flipped: (on: boolean) => unknown) =>
    byId<HTMLInputElement>(id).addEventListener('change', (event) =>
      flipped((event.target as HTMLInputElement).checked),
    );
  flip('is-offline', (on) => connection.setOffline(on));
  flip('is-slow', (slow) => ask('faults', { slow }));
  flip('is-bare', (bare) => ask('faults', { bare }));

  offerClocks();
  showElement(guard, undefined);
  const asked = new URLSearchParams(location.search).get('panel') ?? localStorage.getItem(openKey);
  open(asked ? asked === 'open' : matchMedia('(min-width: 75rem)').matches);
}

function offerClocks(): void {
  const current = Number(document.documentElement.dataset.clock ?? 0);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-clock]')) {
    const wanted = link.dataset.clock ?? '';
    const address = new URL(location.href);
    address.searchParams.delete('clock');
    address.hash = '';
    if (wanted) address.searchParams.set('clock', wanted);
    link.href = address.href;
    if (parseInt(wanted || '0', 10) === current) link.setAttribute('aria-current', 'true');
  }
}
