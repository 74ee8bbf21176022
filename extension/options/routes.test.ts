import { expect, it } from 'vitest';
import { hashOf, routeOf, sections, siteHash, whyHash } from './routes.ts';

it.each([
  ['', { section: 'sites' }],
  ['#nonsense', { section: 'sites' }],
  ['#add', { section: 'sites', add: true }],
  ['#why', { section: 'why' }],
  ['#why=', { section: 'why' }],
  ['#site=', { section: 'sites' }],
  ['#why=%', { section: 'why' }],
])('%s is %j', (hash, route) => expect(routeOf(hash)).toEqual(route));

it.each(sections)('%s is found by its own fragment', (section) =>
  expect(routeOf(hashOf(section))).toEqual({ section }),
);

it('keys come back as they were, whatever is in them', () => {
  const key = 'example|firefox-container-1|https://a=b.example/#x%';
  expect(routeOf(whyHash(key))).toEqual({ section: 'why', key });
  expect(routeOf(siteHash(key))).toEqual({ section: 'sites', site: key });
});
