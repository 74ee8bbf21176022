import { expect, test } from 'vitest';
import { english } from '../pages/language.ts';
import { asks, namedFor } from './site-texts.ts';

const site = { name: 'Example dashboard', host: 'app.example.com' };

test('who asks, and of which site', () =>
  expect(asks(english(), site)).toBe('Session Guard · app.example.com'));

test('headings name the site, and nothing is left to be filled in', () => {
  const spoken = namedFor(site, english());
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
  const spoken = namedFor({ ...site, name: '$& {time} <b>' }, english());
  expect(spoken.texts.plainExpired).toBe('Your session at $& {time} <b> has ended');
});

test('a sign-in on another host is named, once, and not when it is the same', () => {
  const { work } = english().prompt;
  const signIn = { href: 'https://id.example.net/', host: 'id.example.net', target: 'new' as const };
  const elsewhere = namedFor({ ...site, signIn }, english());
  expect(elsewhere.texts.work).toBe(`${work} Signing in leads to id.example.net.`);
  const here = namedFor({ ...site, signIn: { ...signIn, host: site.host } }, english());
  expect(here.texts.work).toBe(work);
});

test('where a language leaves no space between sentences, none is put there', () => {
  const { prompt, ...spoken } = english();
  const signIn = { href: 'https://id.example.net/', host: 'id.example.net', target: 'new' as const };
  const { texts } = namedFor({ ...site, signIn }, { ...spoken, prompt: { ...prompt, between: '' } });
  expect(texts.work).toContain(`${prompt.work}Signing in`);
});
