import { describe, expect, it, test } from 'vitest';
import { readProfiles } from '../profile/read-profile.ts';
import { viewsOf } from '../session/view.ts';
import { placeOf, sessionOf, type CurrentTab } from './tab.ts';
import { madeUp, type MadeUp } from './testing/made-up.ts';

const now = 1_800_000_000_000;

test('a site is asked for without port and path', () =>
  expect(placeOf({ url: 'http://127.0.0.1:4310/arcp/?a=b#c' })).toEqual({
    kind: 'site',
    url: 'http://127.0.0.1:4310/arcp/?a=b#c',
    origin: 'http://127.0.0.1:4310',
    host: '127.0.0.1:4310',
    origins: ['http://127.0.0.1/*'],
  }));

test.each([
  [undefined, 'unknown'],
  [{ id: 1 }, 'unknown'],
  [{ url: '' }, 'unknown'],
  [{ url: 'about:addons' }, 'browser'],
  [{ url: 'chrome://extensions' }, 'browser'],
  [{ url: 'view-source:https://app.example/' }, 'browser'],
  [{ url: 'file:///notes/page.html' }, 'file'],
  [{ url: 'moz-extension://abc/page.html' }, 'extension'],
  [{ url: 'chrome-extension://abc/page.html' }, 'extension'],
  [{ url: 'https://chromewebstore.google.com/detail/x' }, 'store'],
  [{ url: 'https://addons.mozilla.org/' }, 'store'],
])('%j cannot be guarded: %s', (tab, why) => expect(placeOf(tab)).toEqual({ kind: 'cannot', why }));

describe('the session of a tab', () => {
  const record = (change: MadeUp['record'], more: Partial<MadeUp> = {}): MadeUp => ({
    name: 'One',
    host: 'one.example',
    record: change,
    ...more,
  });
  const here = (tab: CurrentTab, site: MadeUp = record({})) => {
    const stored = madeUp(now, [site, { name: 'Two' }]);
    const { profiles } = readProfiles(stored.profiles);
    const views = viewsOf(stored, { granted: () => true, cookies: true }, now);
    const found = sessionOf(tab, profiles!, views);
    return typeof found === 'object' ? found.name : found;
  };
  const url = 'https://one.example/app/list';

  it('is of the profile that matches, whatever the path', () => {
    expect(here({ url })).toBe('One');
    expect(here({ url: 'https://three.example/' })).toBeUndefined();
    expect(here({})).toBeUndefined();
  });

  it.each([
    ['firefox-default', {}, 'One'],
    ['0', {}, 'One'],
    ['firefox-container-2', {}, 'elsewhere'],
    ['firefox-container-2', { store: 'firefox-container-2' }, 'One'],
    ['firefox-default', { store: 'firefox-container-2' }, 'elsewhere'],
  ])('is of the tab’s own jar: %s and %j: %s', (cookieStoreId, change, is) =>
    expect(here({ url, cookieStoreId }, record(change))).toBe(is),
  );

  it('is not of another kind of window', () => {
    const own = { isPrivate: true, store: 'firefox-private' };
    expect(here({ url, incognito: true })).toBe('elsewhere');
    expect(here({ url, incognito: true, cookieStoreId: 'firefox-private' }, record(own))).toBe('One');
    expect(here({ url }, record(own))).toBe('elsewhere');
  });

  it('is of the tab’s own host, where each has one', () => {
    const perHost = { profile: { perHost: true, match: ['https://*.one.example/*'] } };
    const site = record({ host: 'a.one.example', page: 'https://a.one.example/' }, perHost);
    expect(here({ url: 'https://a.one.example/' }, site)).toBe('One');
    expect(here({ url: 'https://b.one.example/' }, site)).toBe('elsewhere');
  });
});
