import { hash } from '../../shared/hash.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { longest } from './stored-draft.ts';

const prefix = 'session-guard draft ';

/** What this tab keeps for this site, one text for each address. Nothing here throws. */
export interface Store {
  /** The text of this address. */
  read(): string | undefined;
  /** Replaces that text, or leaves it as it was and says why. */
  write(text: string): Problem | undefined;
  /** Deletes what fits, at any address. */
  remove(fits: (text: string) => boolean): void;
}

export function createStore(view: Window): Store {
  // An address may hold a token, which is nobody's business (law 7).
  const here = () => prefix + hash(view.location.pathname + view.location.search);

  return {
    read() {
      try {
        return view.sessionStorage.getItem(here()) ?? undefined;
      } catch {
        return undefined; // forbidden here
      }
    },
    write(text) {
      try {
        const storage = view.sessionStorage;
        if (text.length > longest) return full();
        storage.setItem(here(), text);
      } catch (error) {
        if (/quota/i.test((error as Error).name)) return full();
        return problem('drafts-storage-blocked', 'a page that may use sessionStorage');
      }
    },
    remove(fits) {
      try {
        const storage = view.sessionStorage;
        for (const key of Object.keys(storage))
          if (key.startsWith(prefix) && fits(storage.getItem(key) ?? '')) storage.removeItem(key);
      } catch {
        // Forbidden here, so there is nothing.
      }
    },
  };
}

const full = (): Problem =>
  problem('drafts-storage-full', 'room in sessionStorage, and at most a million characters');
