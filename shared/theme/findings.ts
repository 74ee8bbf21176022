import { problem, type Problem } from '../problem.ts';

export type Path = readonly (string | number)[];

/** Notes a problem; returns `undefined`, as what was refused has no value. */
export type Refuse = (
  code: string,
  path: Path,
  expected: string | (() => string),
  found?: unknown,
) => undefined;

export interface Findings {
  problems: Problem[];
  warnings: Problem[];
  refuse: Refuse;
  warn: Refuse;
}

const mostOfEach = 50;

/** What is wrong with a file, each thing once, and no more than a person would read. */
export function createFindings(): Findings {
  const noted = new Set<string>();
  const noteIn =
    (list: Problem[]): Refuse =>
    (code, path, expected, found) => {
      if (list.length >= mostOfEach) return undefined;
      const field = pathText(path);
      const key = `${code} ${field}`;
      if (noted.has(key)) return undefined;
      noted.add(key);
      const right = typeof expected === 'string' ? expected : expected();
      list.push(
        problem(code, right, typeof found === 'string' ? plain(found, 80) : found, field || undefined),
      );
      return undefined;
    };
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  return { problems, warnings, refuse: noteIn(problems), warn: noteIn(warnings) };
}

/** `light.accent`, `palette.blue.components[1]`; long names are cut, and nothing unseen is in them. */
export function pathText(path: Path): string {
  const shown = path.length > 12 ? [...path.slice(0, 11), '…'] : path;
  return shown
    .map((each) => (typeof each === 'number' ? `[${each}]` : `.${plainName(each)}`))
    .join('')
    .replace(/^\./, '');
}

export const plainName = (name: string): string => plain(name, 40);

const plain = (text: string, length: number): string =>
  text.slice(0, length).replace(unseen, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What nobody sees, and what turns the direction of what stands around it. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

export const isPlain = (text: string): boolean => text.search(unseen) < 0;
