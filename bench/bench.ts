import type { Lab } from './lab.ts';

/** One line of the table. */
export interface Row {
  what: string;
  /** The figure to reach, in the words of the design; `''`: printed for comparison. */
  figure: string;
  measured: string;
  /** Absent where there is nothing to reach, or nothing was measured. */
  reached?: boolean;
  /** What stands behind `measured`, for `--json`. */
  values?: Record<string, unknown>;
}

/** Whether the element did the right thing in one case, however fast. */
export interface Verdict {
  name: string;
  /** Why it was wrong; absent when it was right. */
  wrong?: string;
}

export interface Result {
  rows: Row[];
  verdicts?: Verdict[];
  /** Printed below the table. */
  notes?: string[];
}

export interface Bench {
  name: string;
  about: string;
  /** `alone`: nothing else of ours runs; `together`: it mostly waits; `apart`: in a browser of its own. */
  runs: 'alone' | 'together' | 'apart';
  /** Given up after so many seconds. */
  within: number;
  run(lab: Lab): Promise<Result>;
}

/** The verdicts of several runs of one case: one that was wrong makes it wrong. */
export function verdict(name: string, wrongs: readonly (string | undefined)[]): Verdict {
  const wrong = wrongs.filter((each) => each !== undefined);
  if (wrongs.length === 0) return { name, wrong: 'not run' };
  return wrong.length
    ? { name, wrong: `${wrong.length} of ${wrongs.length}: ${wrong.join('; ')}` }
    : { name };
}
