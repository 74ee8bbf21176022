import { english, languageOf, type Texts } from '../../../component/prompt/texts.ts';
import { localeFiles, languages, matchOf } from '../../pages/locale-files.ts';
import type { ThemeEdges } from './desk.ts';

interface LocalStorage {
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const draftKey = (id: string): string => `theme-draft:${id}`;

/** What the page of the browser gives to themes. Drafts are the page's own: the background never reads them. */
export const themeEdges = (storage: LocalStorage, drafts: Storage = localStorage): ThemeEdges => ({
  put: (key, text) => storage.set({ [key]: text }),
  remove: (key) => storage.remove(key),
  draft: (id) => drafts.getItem(draftKey(id)) ?? undefined,
  keepDraft(id, text) {
    try {
      if (text === undefined) drafts.removeItem(draftKey(id));
      else drafts.setItem(draftKey(id), text);
    } catch {
      // There is no room for it: it is in the page, until that is closed.
    }
  },
  load: () => import('../../../component/theme-editor/elements.ts'),
  async speak(tag) {
    const { found } = matchOf(tag);
    if (found === 'en') return english(tag);
    const { prompt } = (await (await fetch(localeFiles[found]!)).json()) as { prompt: Texts };
    return languageOf(tag, prompt);
  },
  languages,
});
