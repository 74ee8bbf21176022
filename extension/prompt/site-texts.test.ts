import { expect, test } from 'vitest';
import { languageFor } from '../../component/prompt/texts.ts';
import { asks, nameSite } from './site-texts.ts';

const site = { name: 'Example dashboard', host: 'app.example.com' };
const language = () => structuredClone(languageFor('en'));

test('who asks, and of which site', () =>
  expect(asks('en-GB', site)).toBe('Session Guard · app.example.com'));

test('headings name the site, and nothing is left to be filled in', () => {
  const spoken = language();
  nameSite(spoken, site);
  for (const text of [
    'plainWarning',
    'plainExpired',
    'anyMoment',
    'probably',
    'someoneElse',
    'expand',
  ] as const) {
    expect(spoken.texts[text]).toContain(site.name);
    expect(spoken.texts[text]).not.toMatch(/\{/);
  }
});

test('a name with signs of its own is only a name', () => {
  const spoken = language();
  nameSite(spoken, { ...site, name: '$& {time} <b>' });
  expect(spoken.texts.plainExpired).toBe('Your session at $& {time} <b> has ended');
});

test('a sign-in on another host is named, once, and not when it is the same', () => {
  const spoken = language();
  const before = spoken.texts.work;
  const signIn = { href: 'https://id.example.net/', host: 'id.example.net', target: 'new' as const };
  for (let times = 0; times < 3; times++) nameSite(spoken, { ...site, signIn });
  expect(spoken.texts.work).toBe(`${before} Signing in leads to id.example.net.`);
  nameSite(spoken, { ...site, signIn: { ...signIn, host: site.host } });
  expect(spoken.texts.work).toBe(before);
});
