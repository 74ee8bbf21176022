import type { applyTheme } from '../../component/theme/apply-theme.ts';
import { themeKey } from '../stored.ts';
import { isBuiltIn, loadBuiltIn } from './built-in.ts';
import { asItComes, type Choice } from './choice.ts';

/** What of the browser's storage it needs. */
export interface ThemeStorage {
  get(key: string): Promise<Record<string, unknown>>;
}

type Apply = (...given: Parameters<typeof applyTheme>) => Promise<{ ok: boolean }>;

/** A prompt that looks as it comes needs none of it. */
const late: Apply = async (...given) =>
  (await import('../../component/theme/apply-theme.ts')).applyTheme(...given);

/** Dresses the prompt's document: first in what is chosen, then in whatever is chosen instead. */
export function createWearing(storage: ThemeStorage, page: Document, apply = late) {
  let worn: unknown;

  return {
    /** Resolves when it is on; what cannot be had, or read, leaves the prompt as it comes. */
    async wear(choice: Choice): Promise<void> {
      const file = await fileOf(choice, storage).catch(() => undefined);
      const text = typeof file === 'object' ? JSON.stringify(file) : file;
      if (text === worn) return;
      worn = text;
      if (!(await apply(text, page)).ok) await apply(undefined, page);
    },
  };
}

async function fileOf(choice: Choice, storage: ThemeStorage): Promise<string | object | undefined> {
  if (choice === asItComes) return undefined;
  if (typeof choice === 'object') return choice;
  if (isBuiltIn(choice)) return loadBuiltIn(choice);
  const key = themeKey(choice);
  const kept = (await storage.get(key))[key];
  return typeof kept === 'string' ? kept : undefined;
}
