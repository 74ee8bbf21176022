import { byId, element } from '../../assets/dom.ts';
import type { Agent } from '../agents.ts';

/** Shows agents, narrowed by the two filters above the table. */
export function createAgentsView(): (agents: Agent[], serverNow: number) => void {
  const search = byId<HTMLInputElement>('agent-search');
  const status = byId<HTMLSelectElement>('agent-status');
  let all: Agent[] = [];
  let now = 0;

  function draw(): void {
    const wanted = search.value.trim().toLowerCase();
    const shown = all.filter(
      (agent) =>
        (!status.value || agent.status === status.value) &&
        [agent.name, agent.agent_id, agent.agent_type, ...agent.capabilities]
          .join(' ')
          .toLowerCase()
          .includes(wanted),
    );
    byId('agent-rows').replaceChildren(...shown.map((agent) => row(agent, now)));
    byId('agent-count').textContent =
      shown.length === all.length ? `${all.length}` : `${shown.length} of ${all.length}`;
    byId('agents-empty').hidden = shown.length > 0;
  }

  search.addEventListener('input', draw);
  status.addEventListener('change', draw);
  return (agents, serverNow) => {
    all = agents;
    now = serverNow;
    draw();
  };
}

function row(agent: Agent, now: number): HTMLElement {
  const cell = (label: string, className: string, ...content: (Node | string)[]) =>
    element('td', { 'data-label': label, class: className }, ...content);
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('span', { class: 'agent-name' }, agent.name),
      element('span', { class: 'agent-detail' }, `${agent.agent_id} · ${agent.capabilities.join(', ')}`),
    ),
    cell('Type', 'type', agent.agent_type),
    cell('Version', 'version', agent.version),
    cell('Status', 'status', element('span', { class: `badge ${agent.status}` }, agent.status)),
    cell('Requests', 'number', agent.requests_24h.toLocaleString('en')),
    cell('Success', 'number', `${(agent.success_rate * 100).toFixed(1)} %`),
    cell('Last seen', 'number', ago(now - Date.parse(agent.last_seen))),
  );
}

function ago(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 90 ? `${seconds} s ago` : `${Math.round(seconds / 60)} min ago`;
}
