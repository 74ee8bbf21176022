import { describe, expect, it } from 'vitest';
import { flatten, rules, type Texts } from './rules.ts';

const files = import.meta.glob<Texts>('./*.json', { import: 'default', eager: true });
const locales = new Map(
  Object.entries(files).map(([path, texts]) => [path.replace(/^.*\/|\.json$/g, ''), texts]),
);
const english = flatten(locales.get('en')!);
const names = Object.keys(rules) as (keyof typeof rules)[];

describe.each([...locales])('%s', (tag, texts) => {
  it.each(names)('has not: %s', (rule) =>
    expect(rules[rule]({ tag, texts: flatten(texts), english })).toEqual([]),
  );
});

interface Defect {
  /** Of which a copy is damaged. */
  tag: string;
  path: string;
  /** What becomes of the text; `undefined`: it is gone. */
  as: (text: string) => string | undefined;
  /** Another name for the file. */
  named?: string;
}

const to = (text: string) => () => text;

/** One defect in a good file for each rule, or more where a rule has more than one side. */
const defects: Record<keyof typeof rules, Defect[]> = {
  'a tag that is not canonical': [
    { tag: 'zh-Hans', path: 'prompt.renew', as: (text) => text, named: 'zh-hans' },
    { tag: 'he', path: 'prompt.renew', as: (text) => text, named: 'iw' },
  ],
  'a text that is missing': [{ tag: 'de', path: 'prompt.renew', as: () => undefined }],
  'a text that nobody asks for': [{ tag: 'de', path: 'prompt.renewed2', as: to('Verlängert') }],
  'an empty text': [{ tag: 'de', path: 'prompt.hide', as: to(' ') }],
  'a place that is lost, doubled or renamed': [
    { tag: 'de', path: 'prompt.endsAt', as: to('Sie endet bald.') },
    { tag: 'de', path: 'prompt.endsAt', as: (text) => `${text} {time}` },
    { tag: 'de', path: 'prompt.endsAt', as: (text) => text.replace('{time}', '{zeit}') },
    { tag: 'pl', path: 'options.sites.count#many', as: (text) => text.replace('{count}', '') },
  ],
  'forms other than those of the language': [
    { tag: 'pl', path: 'options.sites.count#few', as: () => undefined },
    { tag: 'ja', path: 'options.sites.count#one', as: to('{count} 件') },
  ],
  'a letter of another script': [
    { tag: 'de', path: 'prompt.renew', as: (text) => text.replace('e', 'е') },
    { tag: 'uk', path: 'prompt.renew', as: (text) => `${text} ok` },
    { tag: 'ko', path: 'prompt.renew', as: (text) => `${text} 会` },
    { tag: 'ja', path: 'prompt.renew', as: (text) => `${text} 한` },
    { tag: 'ar', path: 'prompt.renew', as: (text) => `${text} ש` },
    { tag: 'el', path: 'prompt.renew', as: (text) => `${text}a` },
  ],
  'a letter of the other Chinese': [
    { tag: 'zh-Hans', path: 'prompt.renew', as: (text) => `${text}這` },
    { tag: 'zh-Hant', path: 'prompt.renew', as: (text) => `${text}这` },
    { tag: 'ja', path: 'prompt.renew', as: (text) => `${text}这` },
  ],
  'a text left in English': [
    { tag: 'de', path: 'prompt.signOut', as: to('Sign out now') },
    { tag: 'es', path: 'prompt.show', as: to('Details') },
    { tag: 'fr', path: 'options.sites.found#other', as: to('{count} sites found') },
  ],
  'an English word': [
    { tag: 'de', path: 'prompt.work', as: (text) => `${text} Check your page.` },
    { tag: 'ja', path: 'prompt.work', as: (text) => `${text}settings` },
  ],
  'a space too many': [
    { tag: 'de', path: 'prompt.renew', as: (text) => `${text} ` },
    { tag: 'de', path: 'prompt.work', as: (text) => text.replace(' ', '  ') },
  ],
  'something else than a space or nothing between sentences': [
    { tag: 'ja', path: 'prompt.between', as: to(' ') },
    { tag: 'de', path: 'prompt.between', as: to('') },
  ],
  'a straight quote': [{ tag: 'fr', path: 'prompt.renew', as: to("Rester connecté à l'instant") }],
  'three points': [{ tag: 'de', path: 'prompt.looking', as: to('Prüfung läuft...') }],
  'a soft hyphen outside of a word': [
    { tag: 'de', path: 'prompt.hide', as: (text) => `${text}\u00ad` },
    { tag: 'de', path: 'prompt.work', as: (text) => text.replace(' ', ' \u00ad') },
  ],
  'letters that are not composed': [{ tag: 'vi', path: 'prompt.renew', as: (text) => text.normalize('NFD') }],
  'a button that is too long': [
    { tag: 'de', path: 'prompt.renew', as: to('Weiterhin ohne Pause angemeldet bleiben') },
  ],
  'a word too long for a narrow screen': [
    { tag: 'de', path: 'prompt.final', as: to('Sitzungsverlängerungsmöglichkeiten fehlen.') },
    { tag: 'de', path: 'frame.otherUser', as: to('Sitzungsverlängerungsmöglichkeiten fehlen.') },
  ],
  'a description that stores refuse': [
    { tag: 'de', path: 'manifest.description', as: (text) => text.repeat(2) },
  ],
};

describe.each(names)('a file is refused for %s', (rule) => {
  it.each(defects[rule])('in $tag, at $path (%#)', ({ tag, path, as, named = tag }) => {
    const texts = flatten(locales.get(tag)!);
    const before = rules[rule]({ tag, texts, english }).length;
    const broken = as(texts.get(path) ?? '');
    if (broken === undefined) texts.delete(path);
    else texts.set(path, broken);
    expect(rules[rule]({ tag: named, texts, english })).toHaveLength(before + 1);
  });
});
