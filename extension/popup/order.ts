import { isOver } from '../../shared/phase.ts';
import type { SessionView } from '../session/view.ts';

const day = 86_400_000;

/** What needs the person comes first; then what ends first; what is not known, then what is not guarded now, last. */
export function inOrder(views: readonly SessionView[], now: number): SessionView[] {
  return views
    .map((view) => ({ view, rank: rankOf(view, now) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (a.view.endsAt ?? Infinity) - (b.view.endsAt ?? Infinity) ||
        byName(a.view.name, b.view.name) ||
        byName(a.view.key, b.view.key),
    )
    .map(({ view }) => view);
}

const collator = new Intl.Collator(undefined, { numeric: true });
const byName = (one: string, other: string) => collator.compare(one, other);

function rankOf(view: SessionView, now: number): number {
  if (view.paused) return 8;
  if (view.access === 'missing') return 7;
  // What was over yesterday is no news: the person knows, or does not use it.
  if (isOver(view.phase)) return isOld(view, now) ? 6 : 0;
  if (view.phase === 'warning') return 1;
  if (view.probablyOver) return 2;
  if (view.endsAt !== undefined) return 3;
  if (view.phase === 'active') return 4;
  return 5;
}

const isOld = ({ lastEndings }: SessionView, now: number): boolean =>
  now - (lastEndings.at(-1)?.at ?? now) > day;

/** By name or host, whatever the case. */
export function found(views: readonly SessionView[], search: string): readonly SessionView[] {
  const wanted = search.trim().toLowerCase();
  if (!wanted) return views;
  return views.filter(({ name, host }) => `${name}\n${host}`.toLowerCase().includes(wanted));
}
