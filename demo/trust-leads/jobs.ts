export interface Job {
  id: string;
  search: string;
  status: 'finished' | 'partly' | 'failed';
  /** What a person is told about it. */
  outcome: string;
  pages_read: number;
  leads_found: number;
  started_at: string;
  /** Seconds. */
  took: number;
}

type Row = [
  id: string,
  search: string,
  status: Job['status'],
  outcome: string,
  pages: number,
  found: number,
  hoursAgo: number,
  took: number,
];

const rows: Row[] = [
  ['job-2093', 's-trades', 'finished', 'All sources read', 1840, 3, 2, 412],
  ['job-2092', 's-green', 'finished', 'All sources read', 960, 2, 9, 233],
  ['job-2091', 's-food', 'partly', 'One directory did not answer', 1210, 2, 22, 508],
  ['job-2090', 's-clinics', 'finished', 'All sources read', 1535, 2, 27, 367],
  ['job-2089', 's-trades', 'failed', 'Stopped: the monthly limit of one source was reached', 88, 0, 50, 31],
  ['job-2088', 's-trades', 'finished', 'All sources read', 1792, 2, 75, 398],
];

/** The job history, the newest first. */
export function jobs(now: number): Job[] {
  return rows.map(([id, search, status, outcome, pages_read, leads_found, hoursAgo, took]) => ({
    id,
    search,
    status,
    outcome,
    pages_read,
    leads_found,
    started_at: new Date(now - hoursAgo * 3_600_000).toISOString(),
    took,
  }));
}
