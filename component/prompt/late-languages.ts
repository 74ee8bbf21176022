import { matchLanguage, type Match } from '../../shared/languages.ts';
import { english, languageOf, type Language, type Texts } from './texts.ts';

/** Languages whose texts come when one is first spoken. English is inside, and stands in for what cannot come. */
export function createLateLanguages(files: Record<string, () => Promise<Texts>>) {
  const tags = ['en', ...Object.keys(files)];
  const matches = new Map<string, Match>();
  const known = new Map<string, (tag: string) => Language>([['en', english]]);
  const coming = new Map<string, Promise<void>>();

  function matchOf(lang: string): Match {
    const match = matches.get(lang) ?? matchLanguage(lang, tags) ?? { tag: 'en', found: 'en' };
    matches.set(lang, match);
    return match;
  }

  async function load(found: string) {
    try {
      const texts = await files[found]!();
      known.set(found, (tag) => languageOf(tag, texts));
    } catch {
      known.set(found, () => english());
      console.warn(`<session-guard> lang="${found}": locales/${found}.js did not come, so it speaks English`);
    }
  }

  return {
    /** `undefined`: it is not there yet. */
    get(lang: string): Language | undefined {
      const { tag, found } = matchOf(lang);
      return known.get(found)?.(tag);
    },
    /** Resolves when it is there, or cannot come. */
    async ready(lang: string): Promise<void> {
      const { found } = matchOf(lang);
      if (known.has(found)) return;
      if (!coming.has(found)) coming.set(found, load(found));
      await coming.get(found);
    },
  };
}

export type LateLanguages = ReturnType<typeof createLateLanguages>;
