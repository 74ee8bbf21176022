import type { SessionView } from '../session/view.ts';

export interface Badge {
  text: string;
  colour: string;
  /** Local moment of the next step. */
  next?: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** At least so much is left: the largest first, from its bound on, in steps of so much. */
const steps: readonly [above: number, step: number, text: (left: number) => string][] = [
  [hour, hour, (left) => `${Math.floor(left / hour)}h`],
  [15 * minute, 5 * minute, (left) => `${Math.floor(left / minute / 5) * 5}m`],
  [minute, minute, (left) => `${Math.floor(left / minute)}m`],
  [30 * second, 30 * second, () => '30s'],
  [0, 30 * second, () => '!'],
];

const calm = '#4a5160';
const alert = '#a13208';

/** The time left of a tab's site, in steps that are moments like others, never each second. */
export function badgeOf({ phase, endsAt, prompt: _, ...view }: SessionView, now: number): Badge {
  if (phase === 'expired' || phase === 'ended' || view.probablyOver) return { text: '!', colour: alert };
  if (phase === 'warning' && endsAt === undefined) return { text: '!', colour: alert };
  if (endsAt === undefined || view.paused) return { text: '', colour: calm };
  const left = endsAt - now;
  const [, size, text] = steps.find(([above]) => left >= above) ?? steps.at(-1)!;
  const colour = phase === 'warning' || left < 30 * second ? alert : calm;
  return { text: text(left), colour, next: now + Math.min(left % size, left) + 1 };
}
