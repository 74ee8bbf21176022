import { pageTimer } from '../page-ports.ts';
import type { CreatePrompt, PromptModel } from '../prompt-model.ts';
import { createLateLanguages, type LateLanguages } from './late-languages.ts';
import { locales } from './locales.ts';
import { createPrompt } from './prompt.ts';
import { english } from './texts.ts';

/** How long the prompt waits for its language; English is better than nothing. */
const patience = 2000;

const languages = createLateLanguages(locales);

/** The prompt of a page, once its language and what the guard needs then are there. */
export async function promptFor(host: HTMLElement): Promise<CreatePrompt> {
  await Promise.all([spokenAt(host), import('../../shared/late.ts')]);
  return inPage(languages);
}

/** Resolves when the language of its place is there, or has been waited for long enough. */
async function spokenAt(host: HTMLElement): Promise<void> {
  const lang = langOf(host);
  if (languages.get(lang)) return;
  let timer: unknown;
  const waited = new Promise<void>((enough) => (timer = pageTimer.set(patience, enough)));
  await Promise.race([languages.ready(lang), waited]);
  pageTimer.clear(timer);
}

/** Follows its place into another language once that is there; until then it stays in the one before. */
export const inPage =
  (languages: LateLanguages, create = createPrompt): CreatePrompt =>
  (host, root, ports, actions) => {
    let model: PromptModel | undefined;
    let spoken = english();
    let awaited: string | undefined;
    let removed = false;

    function language() {
      const lang = langOf(host);
      const found = languages.get(lang);
      if (!found && lang !== awaited) {
        awaited = lang;
        void languages.ready(lang).then(() => {
          if (!removed) prompt.update(model);
        });
      }
      return (spoken = found ?? spoken);
    }

    const prompt = create(host, root, { ...ports, language }, actions);
    return {
      update(next) {
        model = next;
        prompt.update(next);
      },
      remove() {
        removed = true;
        prompt.remove();
      },
    };
  };

/** The nearest, then the document's: the element may be in another's shadow root. */
const langOf = (host: HTMLElement): string =>
  (host.closest<HTMLElement>('[lang]') ?? host.ownerDocument.documentElement).lang;
