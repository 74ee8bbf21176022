import { parseArgs } from 'node:util';
import { contrastProblems } from '../../shared/theme/contrast.ts';
import { readTheme } from '../../shared/theme/read-theme.ts';
import { cssOf } from '../../shared/theme/theme-css.ts';
import { lineOf } from './line-of.ts';

/** What the command does to the outside. */
export interface Shell {
  /** `-` is what is piped in. */
  read(file: string): Promise<string>;
  out(text: string): void;
  tell(line: string): void;
}

const usage = `Usage: session-guard theme <theme.json> [--selector <selector>] > theme.css

Writes a theme (Design Tokens, JSON) as custom properties.
  -                read the theme from standard input
  --selector       where they hold; by default ":root"
  --help           this text

Exit codes: 0 written (with warnings, perhaps); 1 refused, and why; 2 not understood.`;

/** @returns the exit code. */
export async function run(words: string[], shell: Shell): Promise<number> {
  const asked = understand(words);
  if (!asked) {
    shell.tell(usage);
    return 2;
  }
  if (asked.help) {
    shell.out(`${usage}\n`);
    return 0;
  }
  try {
    return write(await shell.read(asked.file), asked, shell);
  } catch (error) {
    shell.tell(`${asked.file}: ${(error as Error).message}`);
    return 1;
  }
}

function understand(words: string[]): { help: boolean; file: string; selector?: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, selector: { type: 'string' } },
    });
    const [command, file = '', ...others] = positionals;
    const isWhole = command === 'theme' && file && !others.length;
    return values.help || isWhole
      ? { help: Boolean(values.help), file, selector: values.selector }
      : undefined;
  } catch {
    return undefined;
  }
}

function write(text: string, { file, selector }: { file: string; selector?: string }, shell: Shell): number {
  const { theme, problems, warnings } = readTheme(text);
  const tell = (line: string) => shell.tell(`${file}: ${line}`);
  problems?.forEach((each) => tell(lineOf(each)));
  if (!theme) return 1;
  const css = cssOf(theme, selector);
  [...warnings, ...contrastProblems(theme)].forEach((each) => tell(`warning: ${lineOf(each)}`));
  if (theme.logo || Object.keys(theme.texts).length)
    tell('warning: texts and logo are no style: they need applyTheme() of session-guard/theme');
  shell.out(css);
  return 0;
}
