import { prompt } from '../locales/en.json';
import { isPlain, type Path, type Refuse } from './findings.ts';
import { isObject } from './json.ts';
import { nearest } from './nearest.ts';
import type { ThemeTexts } from './theme.ts';

const longest = 300;
const mostLanguages = 100;

/** Texts of the prompt in words of the team's own, by language tag. */
export function readTexts(given: unknown, path: Path, refuse: Refuse): Record<string, ThemeTexts> {
  const texts: Record<string, ThemeTexts> = {};
  if (!isObject(given)) {
    refuse('bad-value', path, 'an object: language tag → texts', given);
    return texts;
  }
  const languages = Object.entries(given);
  if (languages.length > mostLanguages) refuse('too-many', path, `at most ${mostLanguages} languages`);
  for (const [name, members] of languages.slice(0, mostLanguages)) {
    const tag = tagOf(name);
    if (tag === undefined) refuse('bad-language', [...path, name], 'a language tag, such as "de" or "pt-BR"');
    else if (Object.hasOwn(texts, tag)) refuse('said-twice', [...path, name], `one member for ${tag}`);
    else texts[tag] = readMembers(members, prompt, [...path, name], refuse);
  }
  return texts;
}

function readMembers(given: unknown, english: ThemeTexts, path: Path, refuse: Refuse): ThemeTexts {
  const read: ThemeTexts = {};
  if (!isObject(given)) {
    refuse('bad-value', path, 'an object: name of a text → text', given);
    return read;
  }
  for (const [name, value] of Object.entries(given)) {
    const at = [...path, name];
    const model = Object.hasOwn(english, name) ? english[name] : undefined;
    if (model === undefined) refuse('unknown-text', at, () => likely(name, Object.keys(english)));
    else if (typeof model !== 'string') read[name] = readMembers(value, model, at, refuse);
    else if (isText(value, model, at, refuse)) read[name] = value;
  }
  return read;
}

function isText(value: unknown, english: string, path: Path, refuse: Refuse): value is string {
  if (
    typeof value !== 'string' ||
    value.length > longest ||
    !isPlain(value) ||
    !value.trim() !== !english.trim()
  )
    refuse('bad-text', path, `plain text of at most ${longest} letters, as "${english}"`, value);
  else if (placesOf(value) !== placesOf(english))
    refuse(
      'bad-places',
      path,
      `${placesOf(english) || 'no place'} in braces, each once, as "${english}"`,
      value,
    );
  else return true;
  return false;
}

const placesOf = (text: string): string => (text.match(/\{[^{}]*\}/g) ?? []).sort().join(' ');

function tagOf(name: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(name)[0];
  } catch {
    return undefined;
  }
}

export function likely(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined ? `one of ${known.join(', ')}` : `"${meant}", or another known name`;
}
