import * as v from 'valibot';
import { problem, type Problem } from '../../shared/problem.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { problemOf, readProfiles } from '../profile/read-profile.ts';
import { lockNames, type Lock } from './locks.ts';
import { memberNames, members, type MemberName, type MemberType } from './members.ts';
import { noPolicy, type Policy, type PolicyRead, type PolicyTheme } from './policy.ts';

const longest = 2 * 1024 * 1024;
const mostSites = 1000;
const mostProblems = 100;

type Json = Record<string, unknown>;
type Note = (problem: Problem) => void;
/** Whoever can read themes says what is wrong with one. */
type CheckTheme = (theme: PolicyTheme) => readonly Problem[];

/**
 * Reads what `storage.managed` holds. A part that is wrong is left out and named, with its path as `field`
 * (`sites[0].match[1]`); the rest holds. Never throws, whatever it is given.
 */
export function readPolicy(given: unknown, checkTheme: CheckTheme = () => []): PolicyRead {
  const problems: Problem[] = [];
  const note: Note = (each) => void (problems.length < mostProblems && problems.push(each));
  const json = plain(given, note);
  if (!json || !Object.keys(json).length) return { policy: noPolicy, problems };

  for (const name of Object.keys(json))
    if (!Object.hasOwn(members, name))
      note(problem('unknown-member', `one of ${memberNames.join(', ')}`, undefined, name.slice(0, 40)));
  const of = (name: MemberName) => typed(name, json[name], note);
  const limits = parts('limits', of('limits'), note);
  const { prompt } = parts('newSites', of('newSites'), note);
  const policy: Policy = {
    isGiven: true,
    ...(value('organisation', of('organisation'), note) as Pick<Policy, 'organisation'>),
    ...(value('contact', of('contact'), note) as Pick<Policy, 'contact'>),
    ...readSites(of('sites'), note),
    ...readTheme(of('theme'), checkTheme, note),
    ...(value('language', of('language'), note) as Pick<Policy, 'language'>),
    limits: limits as Policy['limits'],
    ...(prompt !== undefined && { newSites: { prompt: prompt as 'guard' | 'badge' } }),
    ...(value('notifications', of('notifications'), note) as Pick<Policy, 'notifications'>),
    locks: readLocks(of('locks'), note),
  };
  return { policy, problems };
}

/** Through text and back, everything is plain data. */
function plain(given: unknown, note: Note): Json | undefined {
  if (given === undefined || given === null) return undefined;
  let json: unknown;
  try {
    const text = JSON.stringify(given);
    if (text.length > longest) {
      note(problem('too-long', 'at most 2 MB'));
      return undefined;
    }
    json = JSON.parse(text);
  } catch {
    // Below it is no object.
  }
  if (isObject(json)) return json;
  note(problem('bad-value', 'an object', typeof given));
  return undefined;
}

const isObject = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const words: Record<MemberType, string> = {
  string: 'a text',
  boolean: 'true or false',
  object: 'an object, or one as JSON text',
  array: 'a list, or one as JSON text',
};

const fits: Record<MemberType, (json: unknown) => boolean> = {
  string: (json) => typeof json === 'string',
  boolean: (json) => typeof json === 'boolean',
  object: isObject,
  array: Array.isArray,
};

/** Chromium has some of it as JSON text; a registry has no lists, objects and truth values: there it is text, and 0 or 1. */
function typed(name: MemberName, found: unknown, note: Note): unknown {
  if (found === undefined) return undefined;
  const { type } = members[name];
  const parsed = fromText(type, found);
  // The file that the options export is as good as the list in it.
  const json = name === 'sites' && isObject(parsed) ? parsed.sites : parsed;
  if (fits[type](json) || (name === 'theme' && typeof json === 'string')) return json;
  note(problem('bad-value', words[type], found, name));
  return undefined;
}

function fromText(type: MemberType, found: unknown): unknown {
  if (type === 'boolean' && (found === 0 || found === 1)) return found === 1;
  if (type !== 'object' && type !== 'array') return found;
  if (typeof found !== 'string' || !/^\s*[{[]/.test(found)) return found;
  try {
    return JSON.parse(found);
  } catch {
    return found;
  }
}

function value(name: MemberName, given: unknown, note: Note): Json {
  const schema = (members[name] as { read?: v.GenericSchema }).read;
  if (given === undefined || !schema) return {};
  const read = v.safeParse(schema, given);
  if (read.success) return { [name]: read.output };
  tell(read.issues, name, note);
  return {};
}

/** An object whose members are read one by one: one that is wrong takes no other along. */
function parts(name: 'limits' | 'newSites', given: unknown, note: Note): Json {
  const schemas: Record<string, v.GenericSchema> = members[name].read;
  const found: Json = {};
  for (const [part, json] of Object.entries((given ?? {}) as Json)) {
    const field = `${name}.${part.slice(0, 40)}`;
    if (!Object.hasOwn(schemas, part)) {
      note(problem('unknown-member', `one of ${Object.keys(schemas).join(', ')}`, undefined, field));
      continue;
    }
    const read = v.safeParse(schemas[part]!, json);
    if (read.success) found[part] = read.output;
    else tell(read.issues, field, note);
  }
  return found;
}

function tell(issues: readonly v.BaseIssue<unknown>[], field: string, note: Note): void {
  for (const issue of issues) note({ ...problemOf(issue), field });
}

/** One that is refused takes no other along. Of two with one id the first counts. */
function readSites(given: unknown, note: Note): Pick<Policy, 'sites' | 'written'> {
  const all = (given as unknown[] | undefined) ?? [];
  if (all.length > mostSites) note(problem('too-many-sites', `at most ${mostSites}`, all.length, 'sites'));
  const some = all.slice(0, mostSites);
  const whole = readProfiles({ version: 1, sites: some }).profiles;
  if (whole) return { sites: whole, written: some as object[] };

  const sites: SiteProfile[] = [];
  const written: object[] = [];
  const ids = new Set<string>();
  some.forEach((one, at) => {
    const { profiles, problems } = readProfiles({ version: 1, sites: [one] });
    const field = `sites[${at}]`;
    for (const each of problems ?? [])
      note({ ...each, field: (each.field ?? 'sites[0]').replace(/^sites(\[0\])?/, field) });
    const [site] = profiles ?? [];
    if (!site) return;
    if (ids.has(site.id))
      return note(problem('duplicate-id', 'an id that no other site has', site.id, `${field}.id`));
    ids.add(site.id);
    sites.push(site);
    written.push(one as object);
  });
  return { sites, written };
}

function readTheme(given: unknown, check: CheckTheme, note: Note): Pick<Policy, 'theme'> {
  if (given === undefined) return {};
  const theme = given as PolicyTheme;
  if (typeof theme === 'string' && !/^[\w.-]{1,64}$/.test(theme)) {
    note(problem('bad-value', 'the name of a theme, or a theme file', theme, 'theme'));
    return {};
  }
  const problems = check(theme);
  for (const each of problems) note({ ...each, field: ['theme', each.field].filter(Boolean).join('.') });
  return problems.length ? {} : { theme };
}

function readLocks(given: unknown, note: Note): readonly Lock[] {
  const known = new Set<Lock>();
  ((given as unknown[] | undefined) ?? []).forEach((name, at) => {
    if (lockNames.includes(name as Lock)) known.add(name as Lock);
    else note(problem('bad-value', `one of ${lockNames.join(', ')}`, name, `locks[${at}]`));
  });
  return [...known];
}
