import { noteChange, noteUse, noteWritten, statusName, type Use } from '../guarding/watching.ts';
import type { Changed, WatchNotes } from '../guarding/watch-notes.ts';
import { lockedBy } from '../policy/in-force.ts';
import type { House } from './house.ts';
import type { Session } from './sessions.ts';

/** Notes what happens on a site of which nobody knows how it ends, as long as it is watched. */
export function createWatch({ store }: House) {
  function change({ site, guard }: Session, next: (notes: WatchNotes, at: number) => WatchNotes) {
    const state = store.state(site.id);
    if (!state.watch || site.expiry.length || lockedBy(store.policy(), 'watching')) return;
    const watch = next(state.watch, guard.now());
    if (watch !== state.watch) store.putState(site.id, { ...state, watch });
  }

  return {
    isOn: ({ site }: Pick<Session, 'site'>) =>
      !site.expiry.length &&
      store.state(site.id).watch !== undefined &&
      !lockedBy(store.policy(), 'watching'),
    used: (session: Session, use: Use) => change(session, (notes, at) => noteUse(notes, use, at)),
    refused: (session: Session, status: number, url: string) =>
      change(session, (notes, at) =>
        noteChange(notes, { what: 'status', name: statusName(status, url) }, at),
      ),
    gone: (session: Session, what: Extract<Changed['what'], `${string}-gone`>, name: string) =>
      change(session, (notes, at) => noteChange(notes, { what, name }, at)),
    written: (session: Session, cookie: string) =>
      change(session, (notes, at) => noteWritten(notes, cookie, at)),
  };
}

export type Watch = ReturnType<typeof createWatch>;
