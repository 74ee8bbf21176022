import type { Applied } from '../../component/theme/apply-theme.ts';
import type { Problem } from '../../shared/problem.ts';
import type { contrastProblems } from '../../shared/theme/contrast.ts';
import type { readTheme } from '../../shared/theme/read-theme.ts';
import type { State } from './state.ts';

export interface ThemeModule {
  applyTheme(theme: unknown, root?: Document): Applied;
  readTheme: typeof readTheme;
  contrastProblems: typeof contrastProblems;
}

const themeModule: string = '/session-guard/theme.js';
let coming: Promise<ThemeModule | undefined> | undefined;

const gallery = new Map<string, Promise<unknown>>();

const fromGallery = (id: string): Promise<unknown> => {
  const known =
    gallery.get(id) ??
    fetch(`/playground/themes/${id}.json`).then((reply) => (reply.ok ? reply.json() : undefined));
  gallery.set(id, known);
  return known;
};

/** What an editor begins with: the file that is worn, or an empty one. */
export async function fileOf({ theme, themeFile }: State): Promise<string> {
  if (theme === 'own') return themeFile;
  return JSON.stringify((theme && (await fromGallery(theme))) || {});
}

/** What is wrong with it, one line each: where it is worn too, since not everybody may be able to read it. */
export async function wear(root: Document, { theme, themeFile }: State): Promise<string[]> {
  if (!theme && !coming) return [];
  coming ??= import(themeModule).catch(() => undefined) as Promise<ThemeModule | undefined>;
  const code = await coming;
  if (!code) return ['The build has no theme.js: run "npm run build".'];
  const given = !theme ? undefined : theme === 'own' ? themeFile : await fromGallery(theme);
  if (theme && given === undefined) return [`There is no theme of the name ${theme}.`];
  const { problems, warnings } = code.applyTheme(given, root);
  if (given === undefined) return [];
  const read = problems ? undefined : code.readTheme(given);
  const unreadable = read?.theme ? code.contrastProblems(read.theme) : [];
  return [...(problems ?? warnings), ...unreadable].map(lineOf);
}

const lineOf = ({ code, field, expected }: Problem): string =>
  [field, code, expected && `expected ${expected}`].filter(Boolean).join(': ');
