import {
  day,
  longText,
  minute,
  name,
  oneOf,
  readForm,
  someOf,
  text,
  whole,
  yesNo,
  type FormValues,
} from '../fields.ts';

export const logLevels = ['debug', 'info', 'warning', 'error'] as const;

export const states = [
  ['quiet', 'All quiet'],
  ['watch', 'Worth watching'],
  ['incident', 'Incident'],
] as const;

export const parts = [
  ['registration', 'Registration'],
  ['heartbeats', 'Heartbeats'],
  ['routing', 'Routing'],
  ['audit', 'Audit log'],
] as const;

export const callees = [
  ['nobody', 'Nobody before nine'],
  ['duty', 'The manager on duty'],
  ['platform', 'The platform team'],
  ['vendor', 'The vendor’s hotline'],
] as const;

const fields = {
  registry_name: name(80),
  heartbeat_interval: whole(5, 600, 'seconds'),
  stale_after: whole(10, 86_400, 'seconds'),
  log_level: oneOf(logLevels.map((level) => [level, level] as const)),
  accept_registrations: yesNo,
  state: oneOf(states),
  since: minute,
  review_on: day,
  affected: someOf(parts),
  call_first: oneOf(callees),
  shift_notes: longText,
  steps: longText,
  caller: text(200),
  vault_code: text(100),
};

/** The registry's settings, and what one shift hands over to the next. */
export type Config = FormValues<typeof fields>;

/** What a form sent, as a whole configuration; a string names the first thing that is wrong. */
export function readConfig(input: unknown): Config | string {
  const config = readForm(fields, input);
  if (typeof config !== 'string' && config.stale_after <= config.heartbeat_interval)
    return 'stale_after must be longer than heartbeat_interval.';
  return config;
}

/** As it is kept and told: the code goes to the vault, and no reply ever says it again. */
export const withoutCode = (config: Config): Config => ({ ...config, vault_code: '' });

export const initialConfig: Config = {
  registry_name: 'Production registry',
  heartbeat_interval: 30,
  stale_after: 300,
  log_level: 'info',
  accept_registrations: true,
  state: 'watch',
  since: '2026-05-04T06:40',
  review_on: '2026-05-06',
  affected: ['heartbeats'],
  call_first: 'nobody',
  shift_notes:
    'Load probe (ag-0b97d3) has been silent since the rack move. Facilities know; do not page anyone before nine.',
  steps:
    '1. See whether the probe answers on its old address.\n' +
    '2. If it does, move the address back and wait for three heartbeats.\n' +
    '3. If it does not, leave it stale and write down when you looked.',
  caller: '',
  vault_code: '',
};

/** Of another shift, who keeps another registry. */
export const nightConfig: Config = {
  ...initialConfig,
  registry_name: 'Night registry',
  heartbeat_interval: 60,
  stale_after: 900,
  log_level: 'warning',
  state: 'quiet',
  since: '',
  review_on: '2026-05-11',
  affected: [],
  call_first: 'duty',
  shift_notes: 'Backups ran. The audit log was rotated at four, by hand, because the timer was a day late.',
  steps: '1. Look at the timer of the audit log before midnight.',
};
