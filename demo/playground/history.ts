import type { Exchange } from './server.ts';

export type Tone = 'plain' | 'good' | 'warn' | 'bad';

/** Something that happened, ms after the scene began. */
export interface Entry {
  at: number;
  kind: 'event' | 'request' | 'hand';
  tone: Tone;
  text: string;
  /** Where there is more than one. */
  tab?: number;
}

/** From then on the first tab was in this phase. */
export interface Stretch {
  from: number;
  phase: string;
}

export interface History {
  entries: Entry[];
  stretches: Stretch[];
}

/** A clock that runs sixty times as fast tells a lot. */
const most = 400;

export function add(history: History, entry: Entry): void {
  history.entries.push(entry);
  if (history.entries.length > most) history.entries.splice(0, history.entries.length - most);
}

export function turnTo(history: History, phase: string, from: number): void {
  if (history.stretches.at(-1)?.phase !== phase) history.stretches.push({ from, phase });
}

const tones: Record<string, Tone> = {
  warning: 'warn',
  renewed: 'good',
  restored: 'good',
  expired: 'bad',
  ended: 'bad',
  problem: 'warn',
};

type Detail = Record<string, unknown> | null;

/** An event of the element in a line, as a developer would hear it. */
export function ofEvent(type: string, detail: Detail): Pick<Entry, 'kind' | 'tone' | 'text'> {
  const { phase, previous, reason, code, field, trigger } = detail ?? {};
  const more: Record<string, unknown> = {
    change: `${String(previous)} → ${String(phase)}${reason ? ` (${String(reason)})` : ''}`,
    ended: reason,
    problem: [code, field].filter(Boolean).join(' '),
    'before-renew': trigger,
  };
  const text = ['session-guard-' + type, more[type]].filter(Boolean).join(': ');
  return { kind: 'event', tone: tones[type] ?? 'plain', text };
}

/** A request in a line. */
export function ofExchange({ method, url, status }: Exchange): Pick<Entry, 'kind' | 'tone' | 'text'> {
  const path = url.replace(/^https?:\/\/[^/]+/, '');
  return { kind: 'request', tone: status === 200 ? 'plain' : 'bad', text: `${method} ${path} → ${status}` };
}

/** "12:05", with hours where there are any. */
export function stopwatch(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
