import { problem, type Problem } from '../shared/problem.ts';
import type { PageSettings } from './page-settings.ts';
import type { PromptModel } from './prompt-model.ts';
import { resolveUrl, withReturn } from './urls.ts';

type Links = Pick<PromptModel, 'signIn' | 'signOut'>;

const targets = ['_blank', '_self', 'popup'] as const;

/** The links of a prompt. They come from attributes only; the way back is that of the page as it is now. */
export function readLinks(page: PageSettings): { links: Links; problems: Problem[] } {
  const signIn = resolveUrl(page.signInUrl, 'signInUrl');
  const signOut = resolveUrl(page.signOutUrl, 'signOutUrl');
  const target = targets.find((known) => known === (page.signInTarget ?? '_blank'));
  const problems = [signIn.problem, signOut.problem].filter((each) => each !== undefined);
  if (!target) problems.push(problem('bad-setting', targets.join(' or '), page.signInTarget, 'signInTarget'));

  const links: Links = {};
  if (signIn.url) {
    const { href } = withReturn(signIn.url, page.returnParam, page.returnOrigins);
    links.signIn = { href, target: target ?? '_blank' };
  }
  if (signOut.url) links.signOut = { href: signOut.url.href };
  return { links, problems };
}
