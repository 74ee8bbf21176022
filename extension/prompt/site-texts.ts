import type { Language as PromptLanguage } from '../../component/prompt/texts.ts';
import type { Language } from '../pages/language.ts';
import { fill } from '../pages/texts.ts';
import type { SessionView } from '../session/view.ts';

type Site = Pick<SessionView, 'name' | 'host' | 'signIn'>;

/** The line that says who asks, and of which site. */
export const asks = ({ frame }: Language, { host }: Pick<Site, 'host'>): string => fill(frame.asks, { host });

/** The prompt's words name the site, for it is not the site that asks. */
export function namedFor({ name, host, signIn }: Site, language: Language): PromptLanguage {
  const { tag, direction, prompt, frame } = language;
  const named = Object.entries(frame.named).map(([text, words]) => [text, fill(words, { name })]);
  const leads =
    signIn && signIn.host !== host ? prompt.between + fill(frame.elsewhere, { host: signIn.host }) : '';
  const texts = {
    ...prompt,
    ...(Object.fromEntries(named) as typeof frame.named),
    reasons: { ...prompt.reasons, 'other-user': frame.otherUser },
    work: prompt.work + leads,
    early: prompt.early + leads,
    takeOver: prompt.takeOver + leads,
  };
  return { tag, direction, texts };
}
