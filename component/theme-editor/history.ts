import type { ThemeFile } from './file.ts';

/** All that was done, and what of it was undone. */
export interface History {
  past: readonly ThemeFile[];
  file: ThemeFile;
  future: readonly ThemeFile[];
  /** What the last change was of, while it goes on: a drag is one step. */
  going?: string;
}

export const begin = (file: ThemeFile): History => ({ past: [], file, future: [] });

/** `of` names what is being changed, where more of the same is to come. */
export function changed(history: History, file: ThemeFile, of?: string): History {
  if (file === history.file) return history;
  const isMore = of !== undefined && of === history.going;
  return { past: isMore ? history.past : [...history.past, history.file], file, future: [], going: of };
}

/** The drag is over: the next one is a step of its own. */
export const settled = ({ past, file, future }: History): History => ({ past, file, future });

export function undone({ past, file, future }: History): History {
  const last = past.at(-1);
  return last ? { past: past.slice(0, -1), file: last, future: [file, ...future] } : { past, file, future };
}

export function redone({ past, file, future }: History): History {
  const [next, ...rest] = future;
  return next ? { past: [...past, file], file: next, future: rest } : { past, file, future };
}
