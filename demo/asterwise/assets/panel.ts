import type { SessionGuard } from '../../../component/session-guard.ts';
import type { Connection, Send } from '../../assets/connection.ts';
import { onPress, startPanel } from '../../assets/panel.ts';
import { refusals } from './provoked.ts';
import { ends, facts, type Belief } from './beliefs.ts';
import { authorized } from './credentials.ts';

export interface PanelInput {
  connection: Connection;
  guard?: SessionGuard;
  api: Send;
}

export function startDashboardPanel({ connection, guard, api }: PanelInput): void {
  startPanel<Belief>({
    guard,
    connection,
    debug: '/asterwise/debug',
    sign: authorized,
    call: () => api('/asterwise/api/usage'),
    facts,
    ends,
  });
  for (const { id, method, path } of refusals) {
    onPress(`refuse-${id}`, () => api(`/asterwise/api/${path}`, { method }).catch(() => undefined));
  }
}
