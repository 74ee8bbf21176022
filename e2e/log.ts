import type { Report } from './in-page/recorder.ts';

/** The story's memory of one tab: what the page reported, live, and a way to wait for more. */
export interface Log {
  readonly entries: readonly Report[];
  readonly startedAt: number;
  add(entry: Report): void;
  /** The first entry from `after` on (a count of entries, see `mark`) that fits. */
  wait(what: string, fits: (entry: Report) => boolean, options?: Waiting): Promise<Report>;
}

export interface Waiting {
  /** Milliseconds. */
  within?: number;
  /** Entries before this one do not count; `mark(log)` gives it. */
  after?: number;
}

export function createLog(): Log {
  const entries: Report[] = [];
  const waiting = new Set<(entry: Report) => void>();
  const log: Log = {
    entries,
    startedAt: Date.now(),
    add(entry) {
      entries.push(entry);
      for (const look of [...waiting]) look(entry);
    },
    wait(what, fits, { within = 20_000, after = 0 } = {}) {
      const there = entries.slice(after).find(fits);
      if (there) return Promise.resolve(there);
      // Made here, so that its stack leads to the line of the story.
      const tooLate = new Error();
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(look);
          tooLate.message = `Waited ${within / 1000} s in vain for: ${what}\n${printLog(log)}`;
          reject(tooLate);
        }, within);
        const look = (entry: Report): void => {
          if (!fits(entry)) return;
          waiting.delete(look);
          clearTimeout(late);
          resolve(entry);
        };
        waiting.add(look);
      });
    },
  };
  return log;
}

/** Everything that happens from now on comes after this. */
export function mark(log: Log): number {
  return log.entries.length;
}

export function entriesOf(log: Log, kind: string, after = 0): Report[] {
  return log.entries.slice(after).filter((entry) => entry.kind === kind);
}

export function printLog(log: Log): string {
  if (log.entries.length === 0) return '  (the page reported nothing)';
  return log.entries
    .map(({ at, kind, phase, detail }) => {
      const seconds = ((at - log.startedAt) / 1000).toFixed(3).padStart(8);
      return `  ${seconds} s  ${kind.padEnd(24)} ${(phase ?? '-').padEnd(8)} ${JSON.stringify(detail)}`;
    })
    .join('\n');
}
