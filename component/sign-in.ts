import { problem, type Problem } from '../shared/problem.ts';
import type { PageSettings } from './page-settings.ts';
import type { PromptModel } from './prompt-model.ts';
import { resolveUrl, withReturn } from './urls.ts';

type Links = Pick<PromptModel, 'signIn' | 'signOut' | 'restart'>;

const targets = ['_blank', '_self', 'popup'] as const;

/** The links of a prompt. They come from attributes only; the way back is that of the page as it is now. */
export function readLinks(page: PageSettings): { links: Links; problems: Problem[] } {
  const problems: Problem[] = [];
  const resolve = (field: 'signInUrl' | 'signOutUrl' | 'restartUrl') => {
    const { url, problem } = resolveUrl(page[field], field);
    if (problem) problems.push(problem);
    return url;
  };
  const plain = (url: URL | undefined) => url && { href: url.href };
  const signIn = resolve('signInUrl');
  const target = targets.find((known) => known === (page.signInTarget ?? '_blank'));
  if (!target) problems.push(problem('bad-setting', targets.join(' or '), page.signInTarget, 'signInTarget'));

  const links: Links = {
    signIn: signIn && {
      href: withReturn(signIn, page.returnParam, page.returnOrigins).href,
      target: target ?? '_blank',
    },
    signOut: plain(resolve('signOutUrl')),
    restart: plain(resolve('restartUrl')),
  };
  return { links, problems };
}
