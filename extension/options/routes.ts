/** The sections, in the order of the navigation. */
export const sections = ['sites', 'themes', 'transfer', 'preferences', 'why', 'set-aside', 'about'] as const;
export type Section = (typeof sections)[number];

/** What the page shows: it is in the fragment, so that the back button works. */
export type Route =
  | { section: Exclude<Section, 'sites' | 'themes' | 'why'> }
  | { section: 'sites'; site?: string; add?: boolean }
  | { section: 'themes'; theme?: string }
  | { section: 'why'; key?: string };

/** Reads a fragment such as `#why=example`; anything unknown is the list of sites. */
export function routeOf(hash: string): Route {
  const [name = '', ...rest] = hash.replace(/^#/, '').split('=');
  const value = unescaped(rest.join('='));
  if (name === 'add') return { section: 'sites', add: true };
  if (name === 'site' && value) return { section: 'sites', site: value };
  if (name === 'theme' && value) return { section: 'themes', theme: value };
  if (name === 'why') return value ? { section: 'why', key: value } : { section: 'why' };
  const section = sections.find((each) => each === name);
  return section && section !== 'why' ? { section } : { section: 'sites' };
}

export const hashOf = (section: Section): string => `#${section}`;
export const siteHash = (id: string): string => `#site=${encodeURIComponent(id)}`;
export const themeHash = (id: string): string => `#theme=${encodeURIComponent(id)}`;
export const whyHash = (key: string): string => `#why=${encodeURIComponent(key)}`;

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
