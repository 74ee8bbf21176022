import type { Settings } from '../../shared/policy.ts';
import { addressFrom } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { SessionRecord, SiteState } from '../stored.ts';

const seconds = (ms: number | undefined) => (ms === undefined ? undefined : ms / 1000);

/** How the site is renewed by a request, where it is. */
export const renewalOf = ({ keepFresh }: Pick<SiteProfile, 'keepFresh'>) =>
  keepFresh?.by === 'request' ? keepFresh : undefined;

/** The core's settings for one session, from the profile and what was learnt. Addresses are of the page last seen. */
export function settingsOf(
  site: SiteProfile,
  state: Pick<SiteState, 'keepFresh'> | undefined,
  record: Pick<SessionRecord, 'page' | 'tabs' | 'lookExtends' | 'forbids'>,
): Settings {
  const { look, keepFresh, warnBefore, siteRenews } = site;
  const canAsk = record.tabs > 0;
  const url = (named: string) => addressFrom(site, named, record.page);
  const renewal = renewalOf(site);
  return {
    sessionName: site.id,
    sessionUrl: look && canAsk && !record.lookExtends ? url(look.url) : undefined,
    expiresAtPath: look?.path,
    expiresAtUnit: look?.unit,
    renewUrl: renewal && canAsk ? url(renewal.url) : undefined,
    renewMethod: renewal?.method,
    renewPath: renewal?.path,
    renewBy: keepFresh?.by === 'reload' && state?.keepFresh ? 'page' : undefined,
    warnBefore: seconds(warnBefore),
    siteRenews: seconds(siteRenews),
    keepFresh: state?.keepFresh && !record.forbids ? 'active' : 'off',
  };
}
