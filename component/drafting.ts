import type { Guard } from '../shared/guard.ts';
import { isAlive, isOver } from '../shared/phase.ts';
import { problem, type Problem } from '../shared/problem.ts';
import type { Status } from '../shared/status.ts';
import { createDrafts, type DraftKeeper } from './drafts/drafts.ts';
import { pageClock } from './page-ports.ts';
import type { PromptModel } from './prompt-model.ts';

/** What was typed and not sent: kept when the session ends, offered when its person is back on a new page. */
export interface Drafting {
  update(status: Status): void;
  /** Keeps what is there now. `false`: it could not, and nobody has been told so yet. */
  mayLeave(): boolean;
  offer(): PromptModel['draft'];
  failed(): boolean;
  act(what: 'restore' | 'copy' | 'discard'): Promise<void>;
  remove(): void;
}

/** What it needs of its element. */
export interface DraftHost {
  guard: Guard;
  /** State of the page's own, by name. */
  keepers: ReadonlyMap<string, DraftKeeper>;
  tell(problem: Problem): void;
  /** The offer, or whether something could be kept, is another now. */
  changed(): void;
}

export function createDrafting(own: HTMLElement, { guard, keepers, tell, changed }: DraftHost): Drafting {
  const drafts = createDrafts(document, pageClock.wall, own, keepers);
  const life = new AbortController();
  let offer: PromptModel['draft'];
  let left: { label: string; text: string }[] = [];
  let failure: Problem | undefined;
  let wasOver = false;
  let search: 'due' | 'unproven' | 'done' = 'due';

  function save() {
    const { subject, canLook } = guard.status();
    failure = drafts.save(canLook ? subject : undefined);
    if (failure && !canLook) failure = needsLook();
    if (failure) tell(failure);
  }

  function forget() {
    drafts.discard();
    offer = failure = undefined;
  }

  /** Only a look proves whose session this is. */
  async function find() {
    search = 'done';
    const { canLook, source, subject } = guard.status();
    if (!canLook) return tell(needsLook());
    if (!subject && source === 'look')
      return tell(problem('drafts-need-subject', 'subject, or replies that tell it', undefined, 'subject'));
    if (!drafts.has()) return;
    if (source !== 'look' && !(await guard.look()).ok) {
      search = 'unproven';
      return;
    }
    const now = guard.status();
    const found = isOver(now.phase) || life.signal.aborted ? undefined : drafts.find(now.subject);
    if (!found) return;
    offer = { state: 'found', ...found };
    changed();
  }

  addEventListener('pagehide', () => wasOver && save(), { signal: life.signal });
  return {
    offer: () => offer,
    failed: () => failure !== undefined,
    update(status) {
      const { phase, ending } = status;
      if (isOver(status.phase)) {
        const isGone = ending?.reason === 'signed-out' || ending?.reason === 'other-user';
        if (isGone) forget();
        else if (!wasOver) save();
        wasOver = !isGone;
      } else if (isAlive(phase)) {
        if (wasOver) {
          drafts.settle();
          failure = undefined;
        }
        wasOver = false;
        if (search === 'due' || (search === 'unproven' && status.source === 'look')) void find();
      }
    },
    mayLeave() {
      const wasTold = failure !== undefined;
      save();
      if (failure && !wasTold) changed();
      return !failure || wasTold;
    },
    async act(what) {
      const { subject } = guard.status();
      if (what === 'restore' && subject) ({ left } = await drafts.restore(subject));
      if (what === 'copy' && !(await copy(left)))
        return tell(problem('copy-blocked', 'a page that may write to the clipboard'));
      if (what === 'restore' && left.length) offer = { ...offer!, state: 'left', count: left.length };
      else forget();
      changed();
    },
    remove() {
      life.abort();
      drafts.stop();
    },
  };
}

const copy = (left: { label: string; text: string }[]): Promise<boolean> =>
  navigator.clipboard.writeText(left.map(({ label, text }) => `${label}\n${text}`).join('\n\n')).then(
    () => true,
    () => false,
  );

/** What nothing can prove to be this person's again is not kept. */
const needsLook = () => problem('drafts-need-session-url', 'session-url', undefined, 'sessionUrl');
