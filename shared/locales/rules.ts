import { isSameAsEnglish } from './same-as-english.ts';

/** What a file of texts holds: texts by name, forms for numbers by the language's own kinds. */
export interface Texts {
  [name: string]: string | Texts;
}

/** One language, flattened: `options.sites.count#few` is one form of a text. */
type Flat = ReadonlyMap<string, string>;

export interface Given {
  tag: string;
  texts: Flat;
  english: Flat;
}

/** Says of each text that breaks it what is wrong. */
export type Rule = (given: Given) => string[];

const kinds = /^(zero|one|two|few|many|other)$/;
const areForms = (value: Texts) => Object.keys(value).every((name) => kinds.test(name));

export function flatten(texts: Texts, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(texts)) {
    const place = path && areForms(texts) ? `${path}#${name}` : path ? `${path}.${name}` : name;
    if (typeof value === 'string') found.set(place, value);
    else for (const each of flatten(value, place)) found.set(...each);
  }
  return found;
}

const nameOf = (path: string) => path.replace(/#.*$/, '');
const namesOf = (texts: Flat) => new Set([...texts.keys()].map(nameOf));
const without = (some: Set<string>, others: Set<string>) => [...some].filter((each) => !others.has(each));
const englishOf = ({ english }: Given, path: string) =>
  english.get(path) ?? english.get(`${nameOf(path)}#other`) ?? '';

const placeholders = /\{\w+\}/g;
/** What is written alike in every language: places, addresses, examples of what is typed, units, our name. */
const alike =
  /\{\w+\}|https?:\/\/\S*|\/[a-z_]+(\/[a-z_]+)*|(\d+[smhd])+(?![a-z])|epoch-s|in-s|rfc3339|#[\da-f]{6}|(oklch|color)\([^)]*\)|session-guard|Session Guard/g;
/** Names of things that have no other, and words that are typed as they are. */
const technical =
  /(?<![a-z])(cookies?|JSON( Pointer)?|JWT|Base64|GET|HTTP|MB|kB|px|id|Design Tokens|CSS|PNG|JPEG|WebP|SVG|Chromium|counted|input)(?![a-z])/gi;
const words = (text: string) => text.replace(alike, ' ').replace(technical, ' ');

const each =
  (test: (text: string, path: string, given: Given) => string | false | undefined): Rule =>
  (given) =>
    [...given.texts].flatMap(([path, text]) => {
      const wrong = test(text, path, given);
      return wrong ? [`${path}: ${wrong}: ${text}`] : [];
    });

const sorted = (text: string) => (text.match(placeholders) ?? []).sort().join(' ');

const scripts: Record<string, RegExp> = {
  Latn: /\p{Script=Latin}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Deva: /\p{Script=Devanagari}/u,
  Kore: /\p{Script=Hangul}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Jpan: /[\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u,
};

const scriptOf = (tag: string) => new Intl.Locale(tag).maximize().script!;

/** Very common letters that only the one or the other way of writing Chinese has. */
const simplified = '这个们来时说对为过没还录请页网络扩开关设话应该问题经长门见认证让间发现变进远选样视电点';
const traditional = '這個們來時說對為過沒還錄請頁網絡擴開關設話應該問題經長門見認證讓間發現變進遠選樣視電點';
const foreign: Record<string, RegExp> = {
  Hans: new RegExp(`[${traditional}]`),
  Hant: new RegExp(`[${simplified}]`),
  // Much that is written the simplified way is so in Japanese, too; this is not.
  Jpan: /[这们时说对过还请页络扩设话让发变进远选样视证]/,
};

/** Words of English texts; in some languages one is a word as well. */
const englishWords =
  /(?<![\p{L}\p{M}])(the|your|you|this|that|these|with|which|when|where|been|being|signed|ended|sign|only|because|would|could|should|cannot|sessions?|settings|browser)(?![\p{L}\p{M}])/iu;
const alsoTheirs: Record<string, RegExp> = {
  da: /sessions?|browser/gi,
  de: /browser/gi,
  fr: /sessions?/gi,
  id: /browser/gi,
  it: /browser/gi,
  nl: /browser/gi,
  ro: /browser/gi,
  sv: /session/gi,
};

const buttons = new Set(
  [
    'plainSignIn',
    'renew',
    'renewing',
    'signOut',
    'restart',
    'reload',
    'putBack',
    'copy',
    'discard',
    'look',
    'looking',
    'hide',
    'show',
    'collapse',
    'expand',
  ].map((name) => `prompt.${name}`),
);

/** Chinese and Japanese break between any two letters. */
const breaksAnywhere = (tag: string) => /^(zh|ja)\b/.test(tag);
const runsIn = (text: string) =>
  text.replace(placeholders, ' ').split(/[\s\u00ad\u200b\u2010-\u2015\-/.,:;…]+/);
const count = (text: string) => [...text.replace(/\u00ad/g, '')].length;

/** All of them: what each is about, by what it refuses. */
export const rules = {
  'a tag that is not canonical': ({ tag }) =>
    Intl.getCanonicalLocales(tag)[0] === tag ? [] : [`${tag}: ${Intl.getCanonicalLocales(tag)[0]}`],

  'a text that is missing': ({ texts, english }) => without(namesOf(english), namesOf(texts)),

  'a text that nobody asks for': ({ texts, english }) => without(namesOf(texts), namesOf(english)),

  'an empty text': each((text, path) => path !== 'prompt.between' && !text.trim() && 'empty'),

  'a place that is lost, doubled or renamed': each((text, path, given) => {
    const wanted = sorted(englishOf(given, path));
    return sorted(text) !== wanted && `expected ${wanted || 'no places'}`;
  }),

  'forms other than those of the language': ({ tag, texts, english }) => {
    const wanted = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted().join(' ');
    const found = new Map<string, string[]>();
    for (const path of texts.keys()) {
      const [name, form] = path.split('#') as [string, string?];
      found.set(name, [...(found.get(name) ?? []), ...(form ? [form] : [])].sort());
    }
    return [...english.keys()].flatMap((path) => {
      const [name, form] = path.split('#') as [string, string?];
      const forms = found.get(name)?.join(' ') ?? '';
      if (form !== 'other' || forms === wanted) return [];
      return [`${name}: ${forms || 'no forms'}; expected ${wanted}`];
    });
  },

  'a letter of another script': each((text, _path, { tag }) => {
    const script = scripts[scriptOf(tag)]!;
    const letters = words(text).match(/[\p{L}\p{M}]/gu) ?? [];
    const others = letters.filter(
      (letter) => !script.test(letter) && !/[\p{Script=Common}\p{Script=Inherited}]/u.test(letter),
    );
    return others.length > 0 && `“${others.join('')}”`;
  }),

  'a letter of the other Chinese': each((text, _path, { tag }) => {
    const [found] = foreign[scriptOf(tag)]?.exec(text) ?? [];
    return found && `“${found}”`;
  }),

  'a text left in English': each((text, path, given) => {
    if (given.tag === 'en' || text !== englishOf(given, path) || !/\p{L}/u.test(words(text))) return false;
    return !isSameAsEnglish(text, given.tag) && 'as in English';
  }),

  'an English word': each((text, _path, { tag }) => {
    if (tag === 'en') return false;
    const [found] = englishWords.exec(words(text).replace(alsoTheirs[tag] ?? /$^/, ' ')) ?? [];
    return found && `“${found}”`;
  }),

  'a space too many': each(
    (text, path) => path !== 'prompt.between' && (/^\s|\s$|\s\s/.test(text) ? 'spaces' : false),
  ),

  'something else than a space or nothing between sentences': ({ tag, texts }) => {
    const between = texts.get('prompt.between');
    return between === (breaksAnywhere(tag) ? '' : ' ') ? [] : [JSON.stringify(between)];
  },

  'a straight quote': each((text) => /["']/.test(text) && 'straight quote'),

  'three points': each((text) => text.includes('...') && 'write …'),

  'a soft hyphen outside of a word': each(
    (text) => /(?<!\p{L})\u00ad|\u00ad(?!\p{L})/u.test(text) && 'soft hyphen',
  ),

  'letters that are not composed': each((text) => text.normalize('NFC') !== text && 'not NFC'),

  'a button that is too long': each(
    (text, path) => buttons.has(path) && count(text) > 28 && `${count(text)} letters`,
  ),

  'a word too long for a narrow screen': each((text, path, { tag }) => {
    if (!/^(prompt|frame)\./.test(path) || breaksAnywhere(tag)) return false;
    const [long] = runsIn(text).filter((run) => count(run) > 22);
    return long && `“${long}” cannot be broken`;
  }),

  'a description that stores refuse': ({ texts }) => {
    const length = [...(texts.get('manifest.description') ?? '')].length;
    return length > 0 && length <= 132 ? [] : [`${length} letters; at most 132`];
  },
} satisfies Record<string, Rule>;
