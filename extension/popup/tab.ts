import { accessFor, isPageOf, readAddress } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { SessionView } from '../session/view.ts';

/** The tab that the popup was opened over, as far as the browser tells. */
export interface CurrentTab {
  id?: number;
  /** Absent without access, and on pages of the browser. */
  url?: string;
  title?: string;
  incognito?: boolean;
  /** Firefox's container. */
  cookieStoreId?: string;
}

export type Place =
  | { kind: 'site'; url: string; origin: string; host: string; origins: string[] }
  | { kind: 'cannot'; why: 'browser' | 'file' | 'extension' | 'store' | 'unknown' };

/** Where browsers let no extension in, whatever it asks for. */
const stores = [
  /^https:\/\/chromewebstore\.google\.com\//,
  /^https:\/\/chrome\.google\.com\/webstore/,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons/,
  /^https:\/\/addons\.mozilla\.org\//,
];

/** What can be guarded there. Permissions take neither port nor path. */
export function placeOf(tab: CurrentTab | undefined): Place {
  const { url = '' } = tab ?? {};
  const cannot = (why: (Place & { kind: 'cannot' })['why']) => ({ kind: 'cannot', why }) as const;
  if (!url) return cannot('unknown');
  if (/^(chrome|moz)-extension:/.test(url)) return cannot('extension');
  if (url.startsWith('file:')) return cannot('file');
  const address = readAddress(url);
  if (!address) return cannot('browser');
  if (stores.some((store) => store.test(url))) return cannot('store');
  const origin = accessFor(`${address.origin}/*`);
  if (!origin) return cannot('unknown');
  return { kind: 'site', url, origin: address.origin, host: address.host, origins: [origin] };
}

/**
 * The session of the tab's own jar. `elsewhere`: the site is guarded, but of this jar nothing is known yet.
 */
export function sessionOf(
  tab: CurrentTab,
  profiles: readonly SiteProfile[],
  views: readonly SessionView[],
): SessionView | 'elsewhere' | undefined {
  // The first profile that matches wins, as everywhere.
  const site = tab.url && profiles.find((profile) => isPageOf(profile, tab.url!));
  if (!site) return undefined;
  const { host } = new URL(tab.url!);
  const isNew = ({ key }: SessionView) => key === site.id;
  const isHere = (view: SessionView) =>
    view.isPrivate === (tab.incognito ?? false) &&
    (tab.incognito || view.store === containerOf(tab)) &&
    (!site.perHost || view.host === host);
  const ofSite = views.filter((view) => view.site === site.id);
  return ofSite.find(isNew) ?? ofSite.find(isHere) ?? (ofSite.length ? 'elsewhere' : undefined);
}

/** Named as `SessionView.store` is: absent for the jar that everybody has. */
const containerOf = ({ cookieStoreId = '' }: CurrentTab): string | undefined =>
  /^(0|1|firefox-default|firefox-private|)$/.test(cookieStoreId) ? undefined : cookieStoreId;
