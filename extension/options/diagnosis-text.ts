import { toRfc3339 } from '../../component/page-ports.ts';
import { readPattern } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { SessionView } from '../session/view.ts';
import type { Hint } from './hints.ts';
import type { Happened } from './timeline.ts';

export interface Diagnosis {
  version: string;
  now: number;
  view: SessionView;
  profile: SiteProfile;
  skew?: number;
  /** The name of one that is not here. */
  unknownTheme?: string;
  hints: readonly Hint[];
  events: readonly Happened[];
}

/**
 * For a mail or an issue: in English, in UTC, of what is kept only names and moments. Law 7: whatever could be a
 * token is cut, wherever it stands; of a request's id there is enough left to find it by.
 */
export function diagnosisText({
  version,
  now,
  view,
  profile,
  skew,
  unknownTheme,
  hints,
  events,
}: Diagnosis): string {
  const { phase, endsAt, source, weak, others, tabs, access, paused, isPrivate, prompt, keepFresh } = view;
  const hosts = [...new Set(profile.match.flatMap((pattern) => readPattern(pattern)?.host ?? []))];
  const lines: (string | undefined)[] = [
    `Session Guard ${version}, ${time(now)}`,
    '',
    `site: ${cut(view.name)} (${hosts.map(shownHost).join(', ')})`,
    `phase: ${phase}${paused ? `, paused (${paused})` : ''}${isPrivate ? ', private window' : ''}`,
    endsAt === undefined
      ? undefined
      : `ends: ${time(endsAt)}${source ? ` (${source}${weak ? ', weak' : ''})` : ''}`,
    ...others.map((other) => `ends, by ${other.source}: ${time(other.endsAt)}`),
    `sources: ${profile.expiry.map(({ from }) => from).join(', ') || 'none'}`,
    `access: ${access}; tabs: ${tabs}; prompt: ${prompt}; keep fresh: ${keepFresh.on ? 'on' : 'off'}`,
    skew === undefined ? undefined : `clock: the server is ${Math.round(skew / 1000)} s ahead`,
    unknownTheme === undefined
      ? undefined
      : `theme: ${cut(unknownTheme)} is not here, so the prompt looks as it comes`,
    '',
    'hints:',
    ...(hints.length ? hints.map(hintLine) : ['- none']),
    '',
    'what happened (newest first):',
    ...(events.length ? events.map(eventLine) : ['- nothing']),
  ];
  return `${lines.filter((line) => line !== undefined).join('\n')}\n`;
}

function hintLine({ hint, ...data }: Hint): string {
  const told = Object.entries(data).map(([name, value]) => `${name} ${[value].flat().map(cut).join(' ')}`);
  return `- ${[hint, ...told].join(', ')}`;
}

function eventLine(event: Happened): string {
  const { at, what } = event;
  const parts: (string | undefined)[] = [what];
  if (event.what === 'told') parts.push(`${event.source}: ends ${time(event.endsAt)}`);
  if (event.what === 'ended') {
    const { reason, by, early, code, requestId, path } = event;
    parts.push(
      reason,
      `by ${cut(by)}`,
      early === undefined ? undefined : `${Math.round(early / 1000)} s early`,
      code && `code ${cut(code)}`,
      requestId && `request ${cut(requestId)}`,
      path && `path ${cutPath(path)}`,
    );
  }
  if (event.what === 'problem') {
    const { code, field, expected } = event.problem;
    parts.push(cut(code), field && `at ${cut(field)}`, expected && `expected ${cut(expected)}`);
  }
  return `- ${time(at)}  ${parts.filter(Boolean).join('; ')}`;
}

/** Twenty characters could be a token; what is left of one can neither be used nor guessed from. */
const most = 19;
const shown = 8;

const cut = (value: unknown): string =>
  String(value)
    .replace(/\s+/g, ' ')
    .slice(0, 200)
    .replace(/[^\s,;:()]+/g, (run) => (run.length > most ? `${run.slice(0, shown)}…` : run));

/** Only what is plainly a word or a small number: tokens in base64 have slashes, too. */
const cutPath = (path: string): string =>
  path
    .slice(0, 200)
    .split('/')
    .map((part) => (/^([a-z][a-z_.-]{0,18}|v?\d{1,3})?$/.test(part) ? part : '…'))
    .join('/');

/** A host is what the person guards, and no secret; a label of its own may still be one. */
const shownHost = (host: string): string => host.split('.').map(cut).join('.');

const time = (at: number): string => (Math.abs(at) < 8.64e15 ? toRfc3339(at).replace('.000', '') : 'unknown');
