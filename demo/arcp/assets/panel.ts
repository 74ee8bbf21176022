import type { SessionGuard } from '../../../component/session-guard.ts';
import type { Connection, Send } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { onFlip, startPanel } from '../../assets/panel.ts';
import { ends, facts, type Belief } from './beliefs.ts';
import { authorized } from './credentials.ts';

export interface PanelInput {
  connection: Connection;
  guard?: SessionGuard;
  api: Send;
}

export function startArcpPanel({ connection, guard, api }: PanelInput): void {
  const panel = startPanel<Belief>({
    guard,
    connection,
    debug: '/arcp/debug',
    sign: authorized,
    call: () => api('/arcp/metrics'),
    facts,
    ends,
    shown: ({ faults }) => {
      byId<HTMLInputElement>('is-bare').checked = faults?.bare ?? false;
    },
  });
  onFlip('is-bare', (bare) => panel.ask('faults', { bare }));
}
