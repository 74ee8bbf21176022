import { expect, it, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { languages } from '../pages/locale-files.ts';
import { localeAddresses, messageFiles, tags } from './locales.ts';

const wanted = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name!);
const files = new Map(messageFiles());

test('the manifest says nothing but what is translated', () =>
  expect(wanted.sort()).toEqual(['description', 'guard', 'renew']));

it.each([...files])('%s has all that the manifest says', (_name, messages) =>
  expect(Object.keys(messages).sort()).toEqual(wanted),
);

test('folders are named as browsers name languages', () => {
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([manifest.default_locale, 'zh_CN', 'zh_TW', 'pt_BR', 'pt_PT']),
  );
  for (const name of files.keys()) expect(name).toMatch(/^[a-z]{2,3}(_[A-Z]{2})?$/);
});

test('pages find every language, where the build puts it', () => {
  const { load } = localeAddresses as { load(id: string): string | undefined };
  expect([...languages].sort()).toEqual(tags.toSorted());
  expect(load('/x/shared/locales/zh-Hant.json?url')).toBe('export default "/locales/zh-Hant.json";');
  expect(load('/x/shared/locales/en.json')).toBeUndefined();
});
