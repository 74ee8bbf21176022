import { byId } from './dom.ts';

/** What every system's `debug/session` replies; each tells more of its own. */
export interface ServerBelief {
  state: 'live' | 'expired' | 'revoked' | 'not-found' | 'no-token';
  server_time: string;
  faults?: { slow: boolean };
}

type Moment = string | null | undefined;

export function write(id: string, text: string): void {
  const place = byId(id);
  if (place.textContent !== text) place.textContent = text;
}

function verdict(id: string, text: string, phase = text): void {
  write(id, text);
  byId(id).dataset.phase = phase;
}

export function showState(belief: ServerBelief | undefined): void {
  verdict('server-state', belief?.state.replace('-', ' ') ?? 'no answer', belief?.state ?? 'unknown');
}

/** `ends`: when the session ends unless something moves it; of several, the earliest counts. */
export function showElement(guard: HTMLElement | undefined, ends: Moment[]): void {
  const phase = guard?.getAttribute('phase') ?? 'none';
  if (guard) verdict('element-phase', phase);
  else verdict('element-phase', 'no element: the extension guards this page', 'none');
  verdict('panel-phase', phase);
  const endsAt = guard?.getAttribute('ends-at') ?? null;
  write('element-ends', endsAt ? clockTime(endsAt) : '–');
  write('element-difference', difference(endsAt, ends));
  const wrongBy = Number(document.documentElement.dataset.clock ?? 0);
  const wrong = wrongBy === 0 ? '' : ` · ${Math.abs(wrongBy)} min ${wrongBy > 0 ? 'fast' : 'slow'}`;
  write('element-clock', clockTime(Date.now()) + wrong);
}

export function showReason(change: { phase?: string; reason?: string } | null): void {
  write('element-reason', change?.reason ?? '–');
}

/** An end of a live session: when, and how long until then on the server's clock. */
export function sayEnd(moment: Moment, { state, server_time }: ServerBelief): string {
  if (!moment || state !== 'live') return '–';
  return `${clockTime(moment)} · ${span(Date.parse(moment) - Date.parse(server_time))}`;
}

export function sayAgo(moment: Moment, { server_time }: ServerBelief): string {
  if (!moment) return '–';
  return `${Math.max(0, Math.round((Date.parse(server_time) - Date.parse(moment)) / 1000))} s ago`;
}

function difference(endsAt: string | null, ends: Moment[]): string {
  const known = ends.flatMap((at) => (at ? [Date.parse(at)] : []));
  if (!endsAt || known.length === 0) return '–';
  const off = (Date.parse(endsAt) - Math.min(...known)) / 1000;
  if (Math.abs(off) < 0.05) return 'the same moment';
  return `${Math.abs(off).toFixed(1)} s ${off < 0 ? 'earlier' : 'later'}`;
}

function clockTime(at: string | number): string {
  return new Date(at).toLocaleTimeString('en-GB');
}

function span(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const [hours, ...rest] = parts;
  const shown = hours ? parts : rest;
  return `${shown.map((part, index) => (index === 0 ? `${part}` : String(part).padStart(2, '0'))).join(':')} left`;
}
