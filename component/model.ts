import { isOver } from '../shared/phase.ts';
import type { Status } from '../shared/status.ts';
import type { CoverState } from './cover.ts';
import type { Drafting } from './drafting.ts';
import type { PageSettings } from './page-settings.ts';
import type { PromptModel } from './prompt-model.ts';
import { readLinks } from './sign-in.ts';

const hours = 3_600_000;

/** What the prompt shows of a status; `undefined`: nothing. */
export function modelOf(page: PageSettings, status: Status, drafting?: Drafting): PromptModel | undefined {
  const draft = drafting?.offer();
  const phase = shownPhase(status, draft);
  if (!phase) return undefined;
  return {
    phase,
    endsAt: status.endsAt,
    limit: status.limit,
    ending: status.ending,
    canRenew: status.canRenew,
    canLook: status.canLook,
    renewal: status.renewing ? 'pending' : status.failed ? 'failed' : 'none',
    looking: status.looking,
    offline: status.offline,
    refusals: status.refusals,
    hint: status.endedYoung ? (Math.abs(status.skew ?? 0) > hours ? 'clock' : 'cookies') : undefined,
    covered: isCovered(page, status) && phase !== 'warning',
    inTitle: page.titleCountdown,
    draft,
    draftFailed: drafting?.failed(),
    ...readLinks(page).links,
  };
}

/** The page is not to be seen: over, or out of sight while its end may come (which must be recomputed first). */
export function isCovered({ onExpire }: PageSettings, status: Status): boolean {
  if (status.endedHere) return false;
  if (status.ending?.reason === 'other-user') return true;
  const { phase, away, endsAt } = status;
  return onExpire === 'cover' && (isOver(phase) || (away && (endsAt !== undefined || phase === 'warning')));
}

/** Under a warning it is in its place already: at the end nothing has to be raised above the dialog. */
export function coverOf(page: PageSettings, status: Status): CoverState {
  if (isCovered(page, status)) return 'up';
  return page.onExpire === 'cover' && status.phase === 'warning' ? 'ready' : 'none';
}

function shownPhase(status: Status, draft: PromptModel['draft']): PromptModel['phase'] | undefined {
  const { phase, noticed, endedHere } = status;
  if (phase === 'warning' || isOver(phase)) return endedHere ? undefined : phase;
  if (phase !== 'active') return undefined;
  return draft ? 'draft' : noticed ? 'notice' : undefined;
}
