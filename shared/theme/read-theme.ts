import type { Problem } from '../problem.ts';
import { createFindings, isPlain, type Findings, type Path } from './findings.ts';
import { freeze, isDeeper, isObject, utf8Length, type JsonObject } from './json.ts';
import { readLogo } from './read-logo.ts';
import { likely, readTexts } from './read-texts.ts';
import { isWithin, readValue } from './read-values.ts';
import { schemes, type Scheme, type Theme, type ThemeTokens } from './theme.ts';
import { readTree, type TokenTree } from './token-tree.ts';
import { hasSchemes, ruleOf, tokenNames, type TokenName, type TokenRule } from './tokens.ts';
import { toPx, type Dimension, type Values } from './values.ts';

const longest = 256 * 1024;
const deepest = 20;
const parts = ['light', 'dark', 'both'] as const;

export type ThemeRead =
  | { theme: Theme; problems?: undefined; warnings: Problem[] }
  | { theme?: undefined; problems: Problem[]; warnings: Problem[] };

/** All that was read here: whatever else looks like a theme is a file yet to be read. */
const read = new WeakSet<object>();

export const isTheme = (given: unknown): given is Theme => isObject(given) && read.has(given);

/**
 * Reads a theme from a file's text, or from JSON that somebody parsed. It is refused whole.
 *
 * @returns the theme, frozen; or the problems, each with its path as `field` (`light.accent`), the first fifty.
 * Warnings are about what is whole and yet hardly meant. Never throws, whatever it is given.
 */
export function readTheme(given: unknown): ThemeRead {
  const findings = createFindings();
  const { problems, warnings } = findings;
  const file = parse(given, findings);
  const theme = file && readFile(file, findings);
  if (!theme || problems.length) return { problems, warnings };
  read.add(freeze(theme));
  return { theme, warnings };
}

function parse(given: unknown, { refuse }: Findings): JsonObject | undefined {
  const text = typeof given === 'string' ? given : written(given);
  if (text === undefined) return refuse('not-json', [], 'JSON');
  if (text.length > longest || utf8Length(text, longest) > longest)
    return refuse('too-long', [], `at most ${longest / 1024} kB`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse('not-json', [], 'JSON', (error as Error).message);
  }
  if (!isObject(json)) return refuse('not-json', [], 'an object', json);
  return isDeeper(json, deepest) ? refuse('too-deep', [], `at most ${deepest} levels`) : json;
}

/** Through text and back, everything is plain data: no getters, no circles, no prototypes. */
function written(given: unknown): string | undefined {
  try {
    return JSON.stringify(given);
  } catch {
    return undefined;
  }
}

function readFile(file: JsonObject, findings: Findings): Theme {
  const tree = readTree(file, findings);
  for (const name of tokenNames)
    if (isObject(file[name]) && Object.hasOwn(file[name], '$value'))
      findings.warn('unused-token', [name], `it in ${hasSchemes(name) ? 'light and dark' : 'both'}`);
  const [light, dark, both] = parts.map((part) => readPart(part, file, tree, findings));
  warnOfOneScheme({ light: light!, dark: dark! }, both!, findings);
  const theme: Theme = { light: {}, dark: {}, both: {}, texts: {} };
  for (const name of tokenNames) {
    if (!hasSchemes(name)) put(theme.both, name, both![name]);
    else {
      put(theme.light, name, light![name] ?? both![name]);
      put(theme.dark, name, dark![name] ?? both![name]);
    }
  }
  return Object.assign(theme, readExtension(file, tree, findings));
}

function put(tokens: ThemeTokens, name: TokenName, value: ThemeTokens[TokenName]): void {
  if (value !== undefined) Object.assign(tokens, { [name]: value });
}

function readPart(
  part: (typeof parts)[number],
  file: JsonObject,
  tree: TokenTree,
  { refuse }: Findings,
): ThemeTokens {
  const tokens: ThemeTokens = {};
  const group = file[part];
  if (!isObject(group)) return tokens;
  if (Object.hasOwn(group, '$value')) refuse('bad-group', [part], 'a group of tokens');
  for (const name of Object.keys(group)) {
    const isKnown = (tokenNames as string[]).includes(name);
    if (!isKnown && (name === '$root' || !name.startsWith('$')))
      refuse('unknown-token', [part, name], () => likely(name, tokenNames));
    else if (isKnown && isObject(group[name]) && !tree.find(`${part}.${name}`))
      refuse('bad-token', [part, name], 'a token (an object with "$value")');
  }
  for (const name of tokenNames) {
    const path = [part, name];
    const entry = tree.find(path.join('.'));
    if (!entry) continue;
    const rule = ruleOf(name);
    if (part !== 'both' && !hasSchemes(name)) {
      // One that came with a group taken over is as good as not said.
      if (Object.hasOwn(group, name))
        refuse('wrong-place', path, `it in "both": a ${rule.type} is one for both`);
      continue;
    }
    const found = tree.follow(entry.value, entry.path);
    if (!found) continue;
    const type = entry.type ?? found.type ?? entry.groupType ?? rule.type;
    if (type !== rule.type) refuse('wrong-type', path, `"$type": "${rule.type}"`, type);
    else {
      const value = readValue[rule.type](found.value, found.path, { ...tree, refuse });
      if (value !== undefined && fits(value, rule, path, refuse)) put(tokens, name, value as never);
    }
  }
  return tokens;
}

/** What a value may be at all, its type says; this is what it may be in this place. */
function fits(value: Values[keyof Values], rule: TokenRule, path: Path, refuse: Findings['refuse']): boolean {
  const { type, translucent, least = -Infinity, most = Infinity } = rule;
  if (type === 'color' && !translucent && (value as Values['color']).alpha < 1)
    refuse('not-opaque', path, 'a colour with no "alpha", or 1', (value as Values['color']).alpha);
  else if (type === 'dimension' && !isWithin(toPx(value as Dimension), { least, most }))
    refuse('out-of-range', path, `${least}px to ${most}px (1rem is 16px)`, inUnit(value as Dimension));
  else if (type === 'number' && !isWithin(value, { least, most }))
    refuse('out-of-range', path, `${least} to ${most}`, value);
  else return true;
  return false;
}

const inUnit = ({ value, unit }: Dimension): string => `${value}${unit}`;

/** The other keeps its default, which was never seen beside the new one. */
function warnOfOneScheme(given: Record<Scheme, ThemeTokens>, both: ThemeTokens, { warn }: Findings): void {
  for (const scheme of schemes) {
    const other = scheme === 'light' ? 'dark' : 'light';
    const alone = tokenNames.filter((name) => given[scheme][name] && !given[other][name] && !both[name]);
    if (!alone.length) continue;
    if (!Object.keys(given[other]).length) warn('one-scheme', [other], `colours, as ${scheme} has them`);
    else
      for (const name of alone) warn('one-scheme', [scheme, name], `${other}.${name} too, or both.${name}`);
  }
}

const ours = 'session-guard';
const members = ['version', 'name', 'texts', 'logo'];

function readExtension(
  { $extensions }: JsonObject,
  tree: TokenTree,
  { refuse }: Findings,
): Partial<Pick<Theme, 'name' | 'texts' | 'logo'>> {
  if (!isObject($extensions) || $extensions[ours] === undefined) return {};
  const path = ['$extensions', ours];
  const given = $extensions[ours];
  if (!isObject(given)) {
    refuse('bad-value', path, `an object with ${members.join(', ')}`, given);
    return {};
  }
  for (const name of Object.keys(given))
    if (!members.includes(name)) refuse('unknown-member', [...path, name], () => likely(name, members));
  if (given.version !== 1) refuse('bad-version', [...path, 'version'], '1', given.version);
  const { name } = given;
  const isName = typeof name === 'string' && name.trim() && name.length <= 80 && isPlain(name);
  if (name !== undefined && !isName) refuse('bad-text', [...path, 'name'], 'at most 80 letters', name);
  const texts = given.texts === undefined ? {} : readTexts(given.texts, [...path, 'texts'], refuse);
  const logo =
    given.logo === undefined ? undefined : readLogo(given.logo, [...path, 'logo'], { ...tree, refuse });
  return { ...(isName && { name }), texts, ...(logo && { logo }) };
}
