import type { SessionGuard } from '../../../component/session-guard.ts';
import type { Connection, Send } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { onPress, startPanel } from '../../assets/panel.ts';
import { ends, facts, type Belief } from './beliefs.ts';
import { csrfHeader } from './cookies.ts';

export interface PanelInput {
  connection: Connection;
  guard?: SessionGuard;
  api: Send;
}

export function startTrustLeadsPanel({ connection, guard, api }: PanelInput): void {
  const form = byId<HTMLSelectElement>('refusal-form');
  const panel = startPanel<Belief>({
    guard,
    connection,
    debug: '/trust-leads/debug',
    sign: csrfHeader,
    call: () => api('/trust-leads/api/jobs'),
    facts,
    ends,
    shown: ({ faults }) => {
      // Not while it is being chosen.
      if (document.activeElement !== form) form.value = faults?.form ?? 'code';
    },
  });
  form.addEventListener('change', () => void panel.ask('faults', { form: form.value }));

  // Refusals that are not about the session, though two have its status.
  const lever = (id: string, path: string, init?: () => RequestInit) =>
    onPress(id, () => api(`/trust-leads/api/${path}`, init?.()).catch(() => undefined));
  lever('do-wrong-password', 'account/password', () => ({
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...csrfHeader() },
    body: JSON.stringify({ current: 'not this one', wanted: 'another' }),
  }));
  lever('do-forbidden', 'billing');
  lever('do-api-key', 'leads', () => ({ headers: { Authorization: 'Bearer lfk_sk_made_up' } }));
  lever('do-no-csrf', 'leads/ld-4821', () => ({ method: 'PUT', body: '{}' }));
}
