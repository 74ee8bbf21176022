export interface Config {
  registry_name: string;
  heartbeat_interval: number;
  stale_after: number;
  log_level: (typeof logLevels)[number];
  accept_registrations: boolean;
  shift_notes: string;
}

export const logLevels = ['debug', 'info', 'warning', 'error'] as const;

export const initialConfig: Config = {
  registry_name: 'Production registry',
  heartbeat_interval: 30,
  stale_after: 300,
  log_level: 'info',
  accept_registrations: true,
  shift_notes:
    'Load probe (ag-0b97d3) has been silent since the rack move. Facilities know; do not page anyone before nine.',
};

const longestNotes = 20_000;

/** What a form sent, as a whole configuration; a string names the first thing that is wrong. */
export function readConfig(input: unknown): Config | string {
  if (typeof input !== 'object' || input === null) return 'The body must be a JSON object.';
  const { registry_name, heartbeat_interval, stale_after, log_level, accept_registrations, shift_notes } =
    input as Partial<Record<keyof Config, unknown>>;

  if (typeof registry_name !== 'string' || registry_name.trim() === '' || registry_name.length > 80)
    return 'registry_name must be a text of 1 to 80 characters.';
  if (!isWhole(heartbeat_interval, 5, 600)) return 'heartbeat_interval must be 5 to 600 whole seconds.';
  if (!isWhole(stale_after, 10, 86_400)) return 'stale_after must be 10 to 86400 whole seconds.';
  if (stale_after <= heartbeat_interval) return 'stale_after must be longer than heartbeat_interval.';
  const level = logLevels.find((known) => known === log_level);
  if (!level) return `log_level must be one of ${logLevels.join(', ')}.`;
  if (typeof accept_registrations !== 'boolean') return 'accept_registrations must be true or false.';
  if (typeof shift_notes !== 'string' || shift_notes.length > longestNotes)
    return `shift_notes must be a text of at most ${longestNotes} characters.`;

  return {
    registry_name,
    heartbeat_interval,
    stale_after,
    log_level: level,
    accept_registrations,
    shift_notes,
  };
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
