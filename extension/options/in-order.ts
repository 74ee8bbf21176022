import type { Written } from './documents.ts';

/** As people write profiles, the telling members first. Chromium’s storage gives members back by the alphabet. */
const order = (
  'from by id url name match hosts perHost expiry look signs signIn prompt siteRenews warnBefore keepFresh theme ' +
  'area key method except status redirect header headers body at is cookie gone page as path split part unit ' +
  'timeout since csrf while atMost idle target means reason'
).split(' ');

const rank = (name: string): number => {
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
};

/** The same site, its members in the order in which people read them; what it does not know comes last. */
export const inOrder = (site: Written): Written => sorted(site) as Written;

function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .sort(([one], [other]) => rank(one) - rank(other))
      // Any JSON of theirs stays as it is.
      .map(([name, value]) => [name, /^(is|headers)$/.test(name) ? value : sorted(value)]),
  );
}
