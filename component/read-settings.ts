import type { Settings } from '../shared/policy.ts';
import { problem, type Problem } from '../shared/problem.ts';
import { isCsrfSource } from './csrf.ts';
import type { PageSettings } from './page-settings.ts';
import { readLinks } from './sign-in.ts';
import { isOrigin, resolveUrl } from './urls.ts';

const asTheyAre = [
  'subject',
  'idleTimeout',
  'expiresAtPath',
  'expiresAtUnit',
  'renewMethod',
  'renewPath',
  'renewBy',
  'warnBefore',
  'noticeBefore',
  'keepFresh',
  'endedStatuses',
  'noExpiry',
] as const;

/**
 * The core's settings, with addresses resolved and refused ones left out; the origins whose replies count; and what
 * else of a page was refused.
 */
export function readSettings(page: Settings & PageSettings): {
  settings: Settings;
  origins: string[];
  problems: Problem[];
} {
  const session = resolveUrl(page.sessionUrl, 'sessionUrl');
  const renew = resolveUrl(page.renewUrl, 'renewUrl');
  const problems = [session.problem, renew.problem, ...readLinks(page).problems].filter((each) => !!each);
  if (page.csrfFrom && !isCsrfSource(page.csrfFrom))
    problems.push(problem('bad-setting', 'meta:<name> or cookie:<name>', page.csrfFrom, 'csrfFrom'));
  if (page.onExpire && !/^(prompt|cover)$/.test(page.onExpire))
    problems.push(problem('bad-setting', 'prompt or cover', page.onExpire, 'onExpire'));
  const origins = [location.origin];
  if (session.url) origins.push(session.url.origin);
  for (const origin of page.observeOrigins?.split(/\s+/).filter(Boolean) ?? [])
    if (isOrigin(origin)) origins.push(origin);
    else
      problems.push(problem('bad-origin', 'origins such as https://api.example', origin, 'observeOrigins'));
  const settings: Settings = { sessionUrl: session.url?.href, renewUrl: renew.url?.href };
  settings.sessionName =
    page.sessionName || settings.sessionUrl || settings.renewUrl || resolveUrl(page.signInUrl, '').url?.href;
  for (const name of asTheyAre) settings[name] = page[name] as never;
  return { settings, origins, problems };
}
