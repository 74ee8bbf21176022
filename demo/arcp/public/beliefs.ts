import type { Faults } from '../faults.ts';
import { byId } from './dom.ts';

/** What `/arcp/debug/session` replies. */
export interface Belief {
  state: 'live' | 'expired' | 'revoked' | 'not-found' | 'no-token';
  server_time: string;
  token_expires_at?: string;
  faults?: Faults;
  idle_timeout?: number;
  idle_expires_at?: string | null;
  last_used_at?: string;
  last_use?: string;
  requests?: number;
  renewals?: number;
  looks?: number;
}

function write(id: string, text: string): void {
  const place = byId(id);
  if (place.textContent !== text) place.textContent = text;
}

function verdict(id: string, text: string, phase = text): void {
  write(id, text);
  byId(id).dataset.phase = phase;
}

export function showServer(belief: Belief | undefined): void {
  if (!belief) {
    verdict('server-state', 'no answer', 'unknown');
    return;
  }
  const now = Date.parse(belief.server_time);
  const left = (moment: string | null | undefined) =>
    moment && belief.state === 'live' ? `${clockTime(moment)} · ${span(Date.parse(moment) - now)}` : '–';
  verdict('server-state', belief.state.replace('-', ' '), belief.state);
  write('server-idle', left(belief.idle_expires_at));
  write('server-token', left(belief.token_expires_at));
  write('server-timeout', belief.idle_timeout ? `${belief.idle_timeout} s` : '–');
  write(
    'server-use',
    belief.last_use ? `${belief.last_use.replace('/arcp', '')} · ${since(belief.last_used_at, now)}` : '–',
  );
  write(
    'server-counts',
    belief.requests === undefined
      ? '–'
      : `${belief.requests} used it, ${belief.renewals} renewed, ${belief.looks} looked`,
  );
  byId<HTMLInputElement>('is-slow').checked = belief.faults?.slow ?? false;
  byId<HTMLInputElement>('is-bare').checked = belief.faults?.bare ?? false;
}

export function showElement(guard: HTMLElement, belief: Belief | undefined): void {
  const phase = guard.getAttribute('phase') ?? 'none';
  verdict('element-phase', phase);
  verdict('panel-phase', phase);
  const endsAt = guard.getAttribute('ends-at');
  write('element-ends', endsAt ? clockTime(endsAt) : '–');
  write('element-difference', difference(endsAt, belief));
  const wrongBy = Number(document.documentElement.dataset.clock ?? 0);
  const wrong = wrongBy === 0 ? '' : ` · ${Math.abs(wrongBy)} min ${wrongBy > 0 ? 'fast' : 'slow'}`;
  write('element-clock', clockTime(Date.now()) + wrong);
}

export function showReason(change: { phase?: string; reason?: string } | null): void {
  write('element-reason', change?.reason ?? '–');
}

/** The element's end against the earlier of the server's two. */
function difference(endsAt: string | null, belief: Belief | undefined): string {
  const ends = [belief?.idle_expires_at, belief?.token_expires_at].flatMap((at) =>
    at ? [Date.parse(at)] : [],
  );
  if (!endsAt || belief?.state !== 'live' || ends.length === 0) return '–';
  const off = (Date.parse(endsAt) - Math.min(...ends)) / 1000;
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

function since(moment: string | undefined, now: number): string {
  return moment ? `${Math.max(0, Math.round((now - Date.parse(moment)) / 1000))} s ago` : '–';
}
