import { isPointer, readPointer } from '../json-pointer.ts';
import { isPlain, pathText, plainName, type Findings, type Path } from './findings.ts';
import { isObject, type JsonObject } from './json.ts';

/** What stands where an alias led to. */
export interface Found {
  value: unknown;
  path: Path;
  /** As the token or its groups say. */
  type?: string;
}

export interface TokenTree {
  /** A token by its path in dots, also one that its group has from another. */
  find(key: string): Entry | undefined;
  /** The value itself, behind aliases and pointers; what leads nowhere is refused. */
  follow(value: unknown, path: Path): Found | undefined;
}

export interface Entry {
  /** The value, or a `$ref` in its place. */
  value: unknown;
  path: Path;
  type?: string;
  groupType?: string;
}

const mostTokens = 5000;
/** How often one group may take over from another, that again from a third … */
const mostHops = 16;
/** All lookups through groups that take over, together: more is no file that somebody wrote. */
const mostSteps = 50_000;
const longestName = 100;

const tokenMembers = new Set(['$value', '$ref', '$type', '$description', '$deprecated', '$extensions']);
const groupMembers = new Set(['$type', '$description', '$deprecated', '$extensions', '$extends', '$root']);
const fileMembers = new Set([...groupMembers, '$schema']);

/** Reads groups and tokens (Design Tokens Format Module 2025.10). */
export function readTree(file: JsonObject, { refuse }: Pick<Findings, 'refuse'>): TokenTree {
  const entries = new Map<string, Entry>();
  const groups = new Set<string>();
  /** Group → the one that it takes over from. */
  const bases = new Map<string, string>();
  /** Lead round in a circle, or nowhere: told once. */
  const broken = new Set<string>();
  let steps = 0;

  function readGroup(group: JsonObject, path: Path, above: string | undefined): void {
    const key = path.join('.');
    groups.add(key);
    const type = readType(group, path) ?? above;
    for (const [name, value] of Object.entries(group)) {
      const at = [...path, name];
      if (name === '$root' || !name.startsWith('$')) readMember(name, value, at, type);
      else if (!(path.length ? groupMembers : fileMembers).has(name))
        refuse('unknown-member', at, 'only members that groups have');
      else if (name === '$extends') {
        const base = keyOf(value);
        if (base === undefined) refuse('bad-alias', at, 'a group, such as "{palette.brand}"', value);
        else bases.set(key, base);
      } else readOther(name, value, at);
    }
  }

  function readMember(name: string, value: unknown, at: Path, type: string | undefined): void {
    if (!isName(name)) refuse('bad-name', at, 'a name of at most 100 letters without . { } or unseen signs');
    else if (!isObject(value)) refuse('bad-group', at, 'a group or a token (an object with "$value")', value);
    else if (Object.hasOwn(value, '$value') || Object.hasOwn(value, '$ref') || name === '$root')
      readToken(value, at, type);
    else readGroup(value, at, type);
  }

  function readToken(token: JsonObject, path: Path, groupType: string | undefined): void {
    if (entries.size >= mostTokens) return refuse('too-many-tokens', [], `at most ${mostTokens} tokens`);
    for (const [name, value] of Object.entries(token))
      if (!tokenMembers.has(name))
        refuse('unknown-member', [...path, name], 'only "$value" (or "$ref"), "$type" and "$description"');
      else readOther(name, value, [...path, name]);
    const isRef = Object.hasOwn(token, '$ref');
    if (isRef === Object.hasOwn(token, '$value'))
      return refuse('bad-token', path, 'either "$value" or "$ref"');
    const value = isRef ? { $ref: token.$ref } : token.$value;
    entries.set(path.join('.'), { value, path, type: readType(token, path), groupType });
  }

  const readType = ({ $type }: JsonObject, path: Path): string | undefined =>
    $type === undefined || typeof $type === 'string'
      ? $type
      : refuse('bad-type', [...path, '$type'], 'the name of a type, such as "color"', $type);

  function readOther(name: string, value: unknown, at: Path): void {
    if (name === '$description' || name === '$schema') {
      if (typeof value !== 'string') refuse('bad-text', at, 'a text', value);
    } else if (name === '$extensions' && !isObject(value)) refuse('bad-value', at, 'an object', value);
    else if (name === '$deprecated' && typeof value !== 'string' && typeof value !== 'boolean')
      refuse('bad-value', at, 'true, false or a text', value);
  }

  function find(key: string, hops = 0): Entry | undefined {
    const own = entries.get(key);
    if (own || !bases.size || hops > mostHops) return own;
    if (++steps > mostSteps) return refuse('too-tangled', [], 'fewer groups that take over from others');
    for (let cut = key.lastIndexOf('.'); cut > 0; cut = key.lastIndexOf('.', cut - 1)) {
      const base = bases.get(key.slice(0, cut));
      const found = base === undefined ? undefined : find(base + key.slice(cut), hops + 1);
      if (found) return found;
    }
    return undefined;
  }

  /** Each token leads to one other at most, so that a walk marks what it passed, and none goes there again. */
  function checkAliases(): void {
    const passed = new Set<string>();
    for (const [start, { path }] of entries) {
      if (passed.has(start)) continue;
      const trail = new Set<string>();
      let key: string | undefined = start;
      let at = path;
      while (key !== undefined && !passed.has(key) && !trail.has(key)) {
        const entry = find(key);
        if (!entry) {
          refuse('no-such-token', at, `an alias of a token that is there; no "${plainName(key)}" is`);
          broken.add(key);
          break;
        }
        trail.add(key);
        at = entry.path;
        key = keyOf(entry.value, entries);
      }
      if (key !== undefined && trail.has(key)) refuse('alias-cycle', at, noCircle([...trail], key));
      const ends = key === undefined || (passed.has(key) && !broken.has(key));
      for (const each of trail) {
        passed.add(each);
        if (!ends) broken.add(each);
      }
    }
  }

  function checkBases(): void {
    const passed = new Set<string>();
    for (const [start, first] of bases) {
      if (!groups.has(first))
        refuse('no-such-group', [start, '$extends'], `a group that is there; no "${plainName(first)}" is`);
      const trail = new Set<string>();
      let key: string | undefined = start;
      for (; key !== undefined && !passed.has(key) && !trail.has(key); key = bases.get(key)) trail.add(key);
      if (key !== undefined && trail.has(key))
        refuse('alias-cycle', [key, '$extends'], noCircle([...trail], key));
      trail.forEach((each) => passed.add(each));
    }
  }

  function follow(value: unknown, path: Path): Found | undefined {
    const trail = new Set<string>();
    let found: Found = { value, path };
    for (;;) {
      const next = aliasOf(found.value);
      if (next === undefined) return found;
      if (trail.has(next)) return refuse('alias-cycle', path, noCircle([...trail], next));
      trail.add(next);
      const key = keyOf(found.value, entries);
      const entry = key === undefined ? undefined : find(key);
      const type: string | undefined = found.type ?? entry?.type;
      if (key !== undefined && broken.has(key)) return undefined;
      if (entry) {
        const last = aliasOf(entry.value) === undefined;
        found = { value: entry.value, path: entry.path, type: type ?? (last ? entry.groupType : undefined) };
      } else {
        const names = key === undefined ? namesOf(next) : undefined;
        const there = names && readPointer(file, pointerOf(names));
        if (there === undefined)
          return refuse('no-such-token', found.path, `an alias of what is there; no "${plainName(next)}" is`);
        found = { value: there, path: names!, type };
      }
    }
  }

  readGroup(file, [], undefined);
  checkBases();
  checkAliases();
  return { find, follow };
}

const isName = (name: string): boolean =>
  name === '$root' || (/^[^${}.][^{}.]*$/.test(name) && name.length <= longestName && isPlain(name));

/** The alias that a value is, if it is one: `{a.b}` or `#/a/b`. */
export function aliasOf(value: unknown): string | undefined {
  if (typeof value === 'string') return /^\{[^{}]+\}$/.test(value) ? value : undefined;
  const ref = isObject(value) && Object.keys(value).length === 1 ? value.$ref : undefined;
  return typeof ref === 'string' ? ref : undefined;
}

/** The group, or with `entries` the token, that an alias means as a whole. */
function keyOf(value: unknown, entries?: ReadonlyMap<string, Entry>): string | undefined {
  const alias = aliasOf(value) ?? (entries || typeof value !== 'string' ? undefined : value);
  if (alias?.startsWith('{')) return alias.slice(1, -1);
  const names = alias === undefined ? undefined : namesOf(alias);
  if (!names) return undefined;
  const key = names.join('.');
  if (!entries || entries.has(key)) return key;
  return names.at(-1) === '$value' && entries.has(key.slice(0, -7)) ? key.slice(0, -7) : undefined;
}

/** What a JSON Pointer in a URI fragment (RFC 6901 §6) passes. */
function namesOf(ref: string): string[] | undefined {
  try {
    const pointer = decodeURIComponent(ref.slice(1));
    if (!ref.startsWith('#/') || !isPointer(pointer)) return undefined;
    return pointer
      .split('/')
      .slice(1)
      .map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'));
  } catch {
    return undefined;
  }
}

const pointerOf = (names: readonly string[]): string =>
  names.map((each) => `/${each.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function noCircle(trail: readonly string[], key: string): string {
  const circle = trail.slice(trail.indexOf(key));
  const shown = circle.length > 6 ? [...circle.slice(0, 5), '…'] : circle;
  return `no circle (${[...shown, key].map((each) => pathText([each])).join(' → ')})`;
}
