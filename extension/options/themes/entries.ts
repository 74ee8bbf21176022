import type { Problem } from '../../../shared/problem.ts';
import { readTheme } from '../../../shared/theme/read-theme.ts';
import type { Theme } from '../../../shared/theme/theme.ts';
import { nameIn } from '../../../component/theme-editor/edits.ts';
import { fileText, type ThemeFile } from '../../../component/theme-editor/file.ts';
import type { Policy } from '../../policy/policy.ts';
import { builtInIds } from '../../themes/built-in.ts';
import { keptIn } from '../../themes/kept.ts';

/** A theme in the list. */
export interface Entry {
  id: string;
  kind: 'built-in' | 'own' | 'organisation';
  name: string;
  /** The file; of a built-in one absent until it was fetched. */
  text?: string;
  theme?: Theme;
  problems: readonly Problem[];
}

export const ofOrganisation = '(policy)';

/** Each text is read once. */
const known = new Map<string, Pick<Entry, 'theme' | 'problems' | 'name'>>();

export function readEntry(text: string): Pick<Entry, 'theme' | 'problems' | 'name'> {
  const found = known.get(text);
  if (found) return found;
  const { theme, problems = [] } = readTheme(text);
  const read = { theme, problems, name: theme?.name ?? '' };
  if (known.size > 100) known.clear();
  known.set(text, read);
  return read;
}

export function entriesOf(
  stored: object,
  { theme, organisation }: Policy,
  builtIn: ReadonlyMap<string, string>,
): Entry[] {
  const entry = (id: string, kind: Entry['kind'], text: string | undefined, name = ''): Entry => {
    const read = text === undefined ? { theme: undefined, problems: [], name: '' } : readEntry(text);
    return { id, kind, text, ...read, name: read.name || name || id };
  };
  return [
    ...(typeof theme === 'object'
      ? [entry(ofOrganisation, 'organisation', fileText(theme as ThemeFile), organisation)]
      : []),
    ...keptIn(stored).map(({ id, text }) => entry(id, 'own', text)),
    ...builtInIds.map((id) => entry(id, 'built-in', builtIn.get(id))),
  ];
}

export const nameOfFile = (text: string): string => {
  try {
    return nameIn(JSON.parse(text) as ThemeFile);
  } catch {
    return '';
  }
};
