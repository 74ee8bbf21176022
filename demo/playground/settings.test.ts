import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { attributes } from '../../component/attributes.ts';
import { grouped, readManifest } from './settings.ts';

const manifest = JSON.parse(
  await readFile(new URL('../../custom-elements.json', import.meta.url), 'utf8'),
) as Parameters<typeof readManifest>[0];
const settings = readManifest(manifest);

it('knows every attribute that the element has, and no other', () => {
  expect(settings.map(({ name }) => name).sort()).toEqual([...attributes].sort());
});

it('knows of each what it takes, its default and its line of docs', () => {
  const of = (wanted: string) => settings.find(({ name }) => name === wanted);
  expect(of('sign-in-target')).toMatchObject({
    kind: 'choice',
    options: ['_blank', '_self', 'popup'],
    byDefault: '_blank',
  });
  expect(of('headless')).toMatchObject({ kind: 'flag', about: 'Events only.' });
  expect(of('expires-in')).toMatchObject({ kind: 'number', byDefault: undefined });
  expect(of('notice-before')).toMatchObject({
    about: 'Duration; an earlier, quiet banner.',
    byDefault: 'none',
  });
});

it('groups each once, and what is new under More', () => {
  const added = { name: 'brand-new', kind: 'text' as const, options: [], about: '' };
  const groups = grouped([...settings, added]);
  const names = groups.flatMap(({ settings }) => settings.map(({ name }) => name));
  expect(names.sort()).toEqual([...attributes, 'brand-new'].sort());
  expect(groups.at(-1)).toEqual({ title: 'More', settings: [added] });
});
