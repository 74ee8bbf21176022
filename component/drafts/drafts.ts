import { problem, type Problem } from '../../shared/problem.ts';
import { attempt } from './attempt.ts';
import { createChanges } from './changes.ts';
import { findFields, type Field } from './fields.ts';
import { match } from './identity.ts';
import { pass } from './pass.ts';
import { createWhereabouts } from './place.ts';
import { createStore } from './store.ts';
import {
  isFresh,
  parseDraft,
  stateToJson,
  type StoredDraft,
  type StoredField,
  type StoredState,
} from './stored-draft.ts';

/** State of the page's own that travels with a draft. Must survive JSON. */
export interface DraftKeeper {
  /** `undefined`: there is nothing to keep. */
  save(): unknown;
  /** Called before fields are filled in, so that it can make some. */
  restore(state: unknown): void | Promise<void>;
}

export interface Found {
  /** How many fields and page states it holds. */
  count: number;
  /** Local wall moment it was saved. */
  savedAt: number;
}

/** Text that found no place. */
export interface Left {
  label: string;
  text: string;
}

export interface Drafts {
  /**
   * Stores what was typed and not sent, for this tab and this address. `undefined`: stored, or there was nothing to
   * store, and then an older draft of the same subject is left as it is; what that one holds of other fields travels
   * on, until the person decides. A problem names why not:
   * `drafts-storage-full`, `drafts-storage-blocked`, `drafts-need-subject`; an older draft is left then, too.
   * `drafts-state-unsaved`: all was stored but the page's own state of that name. Never throws.
   */
  save(subject: string | undefined): Problem | undefined;
  /**
   * A draft of this address and this subject, at most 24 h old. Drafts too old, malformed or of another subject are
   * deleted, whatever their address; where the subject is unknown, only the former two. Never throws.
   */
  find(subject: string | undefined): Found | undefined;
  /**
   * Puts it back. What found no place (the field is gone, the person typed something else there meanwhile) is
   * returned as text to copy. The draft stays stored until `discard()`. Never rejects.
   */
  restore(subject: string): Promise<{ restored: number; left: Left[] }>;
  /** Whether anything is stored for this address, whosesoever it is. */
  has(): boolean;
  /** The page itself still holds what was typed: what this page stored goes, what was found undecided stays. */
  settle(): void;
  /** Deletes every draft of this tab. */
  discard(): void;
  /** Heeds the focus no longer. */
  stop(): void;
}

/** How long the page's own states may take before the fields are filled in without them. */
const patience = 3000;

/** `own`: nothing in it is a field. `now`: wall ms. `keepers`: the page's own state, by name. */
export function createDrafts(
  doc: Document,
  now: () => number,
  own: Element,
  keepers: ReadonlyMap<string, DraftKeeper>,
): Drafts {
  const store = createStore(doc.defaultView!);
  const wasPassword = new WeakSet<Element>();
  const fields = () => findFields(doc, own, wasPassword);
  const life = new AbortController();
  const changes = createChanges(doc, fields, life.signal);
  const whereabouts = createWhereabouts(doc, own, life.signal);

  /** When this page last stored one; another that is found is an older page's, of which the person has not decided. */
  let savedAt = NaN;
  let undecided: StoredDraft | undefined;

  function read(subject: string | undefined): StoredDraft | undefined {
    const isGood = (draft: StoredDraft | undefined) =>
      draft && isFresh(draft, now()) && (subject === undefined || draft.subject === subject);
    store.remove((text) => !isGood(parseDraft(text)));
    return subject === undefined ? undefined : parseDraft(store.read() ?? '');
  }

  function readStates(): { states: StoredState[]; unsaved?: Problem } {
    const states: StoredState[] = [];
    let unsaved: Problem | undefined;
    for (const [name, keeper] of keepers) {
      const isSaved = attempt(() => {
        const json = stateToJson(keeper.save());
        if (json !== undefined) states.push({ name, json });
        return true;
      });
      if (!isSaved)
        unsaved ??= problem('drafts-state-unsaved', 'a state that survives JSON', undefined, name);
    }
    return unsaved ? { states, unsaved } : { states };
  }

  async function restoreStates(states: readonly StoredState[]): Promise<Left[]> {
    const left = await Promise.all(
      states.map(async ({ name, json }): Promise<Left | undefined> => {
        try {
          const keeper = keepers.get(name);
          if (keeper) {
            await Promise.race([keeper.restore(JSON.parse(json)), tooLate(name)]);
            return;
          }
        } catch (error) {
          reportError(error);
        }
        return { label: name, text: tellJson(json) };
      }),
    );
    return left.filter((each) => each !== undefined);
  }

  /** What is filled in may make more fields appear, so it goes on as long as that helps; what remains is returned. */
  async function restoreFields(stored: readonly StoredField[]): Promise<StoredField[]> {
    const waiting = new Set(stored);
    for (let before = Infinity; waiting.size > 0 && waiting.size < before;) {
      before = waiting.size;
      const present = fields();
      const places = match(stored.map(names), present.map(names));
      stored.forEach((each, at) => {
        const field = present[places[at]!];
        if (field && waiting.has(each)) attempt(() => changes.put(field, each) && waiting.delete(each));
      });
      await pass(0);
    }
    return [...waiting];
  }

  return {
    save(subject) {
      const draft = read(subject);
      if (draft?.savedAt !== savedAt) undecided = draft;
      const stored: StoredField[] = [];
      const present = fields();
      for (const field of present)
        attempt(() => {
          const change = changes.of(field);
          if (change) stored.push(change);
        });
      const { states, unsaved } = readStates();
      if (stored.length + states.length === 0) return unsaved;
      if (!subject) return problem('drafts-need-subject', 'subject, or replies that tell it');
      const { fields: older = [], states: olderStates = [] } = undecided ?? {};
      const places = match(older.map(names), stored.map(names));
      const next: StoredDraft = {
        version: 1,
        subject,
        savedAt: now(),
        fields: [...stored, ...older.filter((_, at) => places[at] === -1)],
        states: [...states, ...olderStates.filter(({ name }) => !states.some((each) => each.name === name))],
        place: whereabouts.note(present),
      };
      const failed = store.write(JSON.stringify(next));
      if (!failed) savedAt = next.savedAt;
      return failed ?? unsaved;
    },

    find(subject) {
      const draft = read(subject);
      return draft && { count: draft.fields.length + draft.states.length, savedAt: draft.savedAt };
    },

    async restore(subject) {
      const draft = read(subject);
      if (!draft) return { restored: 0, left: [] };
      const leftStates = await restoreStates(draft.states);
      const leftFields = await restoreFields(draft.fields);
      await whereabouts.back(draft.place, fields()).catch(reportError);
      const count = draft.fields.length + draft.states.length;
      const texts = leftFields.map(({ label, text, value }) => ({ label, text: text ?? value }));
      return {
        restored: count - leftStates.length - leftFields.length,
        left: [...leftStates, ...texts.filter(({ text }) => text)],
      };
    },

    has: () => store.read() !== undefined,

    settle() {
      const wasStored = parseDraft(store.read() ?? '')?.savedAt === savedAt;
      if (wasStored && undecided) store.write(JSON.stringify(undecided));
      else if (wasStored) store.remove((text) => parseDraft(text)?.savedAt === savedAt);
      savedAt = NaN;
    },

    discard() {
      undecided = undefined;
      store.remove(() => true);
    },

    stop: () => life.abort(),
  };
}

const names = (each: Field | StoredField) => each.names;

async function tooLate(name: string): Promise<never> {
  await pass(patience);
  throw new Error(`The state ${name} was not restored within ${patience} ms.`);
}

function tellJson(json: string): string {
  const state = attempt(() => JSON.parse(json) as unknown);
  return typeof state === 'string' ? state : json;
}
