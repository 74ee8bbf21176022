export type AgentStatus = 'active' | 'degraded' | 'stale';

export interface Agent {
  agent_id: string;
  name: string;
  agent_type: string;
  version: string;
  status: AgentStatus;
  capabilities: string[];
  requests_24h: number;
  success_rate: number;
  last_seen: string;
}

type Row = [
  id: string,
  name: string,
  type: string,
  version: string,
  status: AgentStatus,
  capabilities: string[],
  requests: number,
  success: number,
  secondsSilent: number,
];

const rows: Row[] = [
  ['ag-7f31c0', 'Invoice reader', 'processing', '2.4.1', 'active', ['ocr', 'extract'], 18_204, 0.998, 4],
  ['ag-19be42', 'Ticket triage', 'automation', '1.12.0', 'active', ['classify', 'route'], 42_917, 0.996, 9],
  ['ag-c4d8a1', 'Log sentinel', 'monitoring', '3.0.2', 'active', ['watch', 'alert'], 126_550, 0.999, 2],
  ['ag-83e07d', 'Contract summariser', 'processing', '0.9.6', 'degraded', ['summarise'], 2_318, 0.943, 38],
  ['ag-5a6610', 'Dependency auditor', 'security', '1.3.4', 'active', ['scan', 'report'], 5_076, 0.991, 12],
  ['ag-e20f95', 'Release notes writer', 'automation', '1.0.0', 'active', ['draft'], 611, 0.984, 21],
  ['ag-0b97d3', 'Load probe', 'testing', '4.1.7', 'stale', ['probe'], 0, 0.871, 1_104],
  ['ag-d158ce', 'Vector indexer', 'processing', '2.0.3', 'active', ['embed', 'search'], 73_482, 0.997, 6],
];

/** The registry as an administrator finds it on an ordinary afternoon. */
export function agents(now: number): Agent[] {
  return rows.map(
    ([agent_id, name, agent_type, version, status, capabilities, requests, success, silent]) => ({
      agent_id,
      name,
      agent_type,
      version,
      status,
      capabilities,
      requests_24h: requests,
      success_rate: success,
      last_seen: new Date(now - silent * 1000).toISOString(),
    }),
  );
}
