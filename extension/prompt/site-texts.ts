import type { Language } from '../../component/prompt/texts.ts';
import texts from '../locales/en.prompt.json';
import { fill } from '../pages/texts.ts';
import type { SessionView } from '../session/view.ts';

type Site = Pick<SessionView, 'name' | 'host' | 'signIn'>;

/** By language code, as the prompt's own. */
const locales: Record<string, typeof texts> = { en: texts };

const textsFor = (tag: string) => locales[tag.split('-')[0]!] ?? texts;

/** The line that says who asks, and of which site. */
export const asks = (tag: string, { host }: Pick<Site, 'host'>): string => fill(textsFor(tag).asks, { host });

/** What the prompt says of itself, by its texts: they are changed in place. */
const plain = new WeakMap<object, Language['texts']>();

/** The prompt's words name the site, for it is not the site that asks. The document shows one: they are set for all. */
export function nameSite({ tag, texts: prompt }: Language, { name, host, signIn }: Site): void {
  const before = plain.get(prompt) ?? structuredClone(prompt);
  plain.set(prompt, before);
  const { elsewhere, otherUser, named } = textsFor(tag);
  for (const [text, words] of Object.entries(named) as [keyof typeof named, string][])
    prompt[text] = fill(words, { name });
  prompt.reasons['other-user'] = otherUser;

  const leads = signIn && signIn.host !== host ? ` ${fill(elsewhere, { host: signIn.host })}` : '';
  for (const text of ['work', 'early', 'takeOver'] as const) prompt[text] = before[text] + leads;
}
