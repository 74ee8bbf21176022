import { clockTime, fill } from '../../component/prompt/texts.ts';
import { matchLanguage } from '../../shared/languages.ts';
import { background as en } from '../../shared/locales/en.json';
import type { SessionView } from '../session/view.ts';
import type { House } from './house.ts';
import type { Notice } from './notices.ts';

export interface Words {
  /** The tag that times follow. */
  tag: string;
  texts: typeof en;
}

const english: Words = { tag: 'en', texts: en };

/** What the background says, in the language of the person. */
export function createWords({ edges, store }: House) {
  const known = new Map<string, Words['texts']>([['en', en]]);

  /** Fetched when first needed: most starts of the worker say nothing. */
  async function now(): Promise<Words> {
    const wanted = store.preferences().language || edges.language;
    const match = matchLanguage(wanted, Object.keys(edges.localeFiles));
    if (!match) return english;
    const { tag, found } = match;
    try {
      if (!known.has(found)) {
        const { background } = (await edges.read(edges.localeFiles[found]!)) as {
          background: Words['texts'];
        };
        known.set(found, background);
      }
      return { tag, texts: known.get(found)! };
    } catch {
      return english;
    }
  }

  return {
    now,
    async showMenu() {
      const { guard, renew } = (await now()).texts.menu;
      edges.menu({ 'guard-this-site': guard, 'stay-signed-in': renew });
    },
  };
}

export type BackgroundWords = ReturnType<typeof createWords>;

/** Title and message of a notification. Of a page it holds nothing but the site's name in the profile. */
export function noticeText(
  { tag, texts }: Words,
  { name, endsAt }: SessionView,
  kind: Notice['kind'],
): [title: string, message: string] {
  if (kind === 'end') return [texts.end.title.replace('{site}', () => name), texts.end.message];
  const { title, at, anyMoment } = texts.warning;
  const message = endsAt === undefined ? anyMoment : fill(at, clockTime({ tag }, endsAt));
  return [title.replace('{site}', () => name), message];
}

/** The accessible name of the prompt's frame. */
export const promptTitle = ({ texts }: Words, site: string): string =>
  texts.prompt.replace('{site}', () => site);
