import { problem, type Problem } from '../../shared/problem.ts';
import { isTheme, readTheme } from '../../shared/theme/read-theme.ts';
import { cssOf } from '../../shared/theme/theme-css.ts';
import type { Theme } from '../../shared/theme/theme.ts';
import { lineOf } from './line-of.ts';
import { appliedTo, setApplied, type ThemeRoot } from './theme-of.ts';

export type Applied =
  | { ok: true; warnings: Problem[]; problems?: undefined }
  | { ok: false; warnings?: undefined; problems: Problem[] };

/**
 * Gives the prompts of a document, or below a shadow root, the look of a theme: the text of its file, its JSON, or what
 * `readTheme` read. The next call replaces it, `undefined` takes it away. A refused theme changes nothing and warns once
 * in the console. Never throws.
 */
export function applyTheme(
  given: string | object | Theme | undefined,
  root: ThemeRoot | undefined = globalThis.document,
): Applied {
  const read = isTheme(given)
    ? { theme: given, warnings: [] }
    : given === undefined
      ? noTheme
      : readTheme(given);
  if (read.problems) return refused(read.problems);
  try {
    wear(root, read.theme);
  } catch (error) {
    return refused([problem('not-applied', 'a document or shadow root with style sheets', error)]);
  }
  if (read.theme && isLoopback(root)) void advise(read.theme, read.warnings);
  return { ok: true, warnings: read.warnings };
}

const noTheme = { theme: undefined, problems: undefined, warnings: [] };

function wear(root: ThemeRoot, theme: Theme | undefined): void {
  const last = appliedTo(root)?.sheet;
  // A sheet is of the window whose document adopts it.
  const { CSSStyleSheet: Sheet } = (root.ownerDocument ?? (root as Document)).defaultView ?? globalThis;
  const sheet = new Sheet();
  if (theme) sheet.replaceSync(cssOf(theme, ':root, :host'));
  const others = root.adoptedStyleSheets.filter((each) => each !== last);
  root.adoptedStyleSheets = theme ? [...others, sheet] : others;
  setApplied(root, theme && { texts: theme.texts, logo: theme.logo, sheet });
}

function refused(problems: Problem[]): Applied {
  warnOnce('This theme is not applied', problems);
  return { ok: false, problems };
}

/** In development only: what is hard to read is told before anybody has to read it. */
async function advise(theme: Theme, warnings: readonly Problem[]): Promise<void> {
  try {
    const { contrastProblems } = await import('../../shared/theme/contrast.ts');
    warnOnce('This theme is applied, with warnings', [...warnings, ...contrastProblems(theme)]);
  } catch {
    // The page's build left it out.
  }
}

const warned = new Set<string>();

function warnOnce(what: string, problems: readonly Problem[]): void {
  const lines = problems.slice(0, 10).map(lineOf);
  if (problems.length > 10) lines.push(`and ${problems.length - 10} more`);
  const text = [`session-guard: ${what}.`, ...lines].join('\n  ');
  if (!problems.length || warned.has(text)) return;
  warned.add(text);
  console.warn(text);
}

const isLoopback = (root: ThemeRoot): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(
    (root.ownerDocument ?? (root as Document)).location?.hostname ?? '',
  );
