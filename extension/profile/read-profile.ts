import * as v from 'valibot';
import { problem, type Problem } from '../../shared/problem.ts';
import { profileDocument, type SiteProfile } from './profile.ts';
import { refusalsOf } from './site-rules.ts';

const longest = 1024 * 1024;
const deepest = 20;
const mostSites = 1000;
const mostProblems = 100;

/**
 * Reads site profiles from a file's text, or from JSON that somebody parsed. They are refused whole.
 *
 * @returns each site with its defaults, durations in ms; or the problems, each with its path as `field`
 * (`sites[0].signs[2].status`), the first hundred. Never throws, whatever it is given.
 */
export function readProfiles(
  given: unknown,
): { profiles: SiteProfile[]; problems?: undefined } | { profiles?: undefined; problems: Problem[] } {
  const refused = (...named: Parameters<typeof problem>) => ({ problems: [problem(...named)] });

  const text = typeof given === 'string' ? given : written(given);
  if (text === undefined) return refused('not-json', 'JSON');
  if (text.length > longest || new TextEncoder().encode(text).length > longest)
    return refused('too-long', 'at most 1 MB');
  const json = parsed(text);
  if (json === undefined) return refused('not-json', 'JSON');
  if (isDeeper(json, deepest)) return refused('too-deep', `at most ${deepest} levels`);
  const { sites } = Object(json) as { sites?: unknown };
  if (Array.isArray(sites) && sites.length > mostSites)
    return refused('too-many-sites', `at most ${mostSites}`, sites.length, 'sites');

  const read = v.safeParse(profileDocument, json);
  if (!read.success) return { problems: read.issues.slice(0, mostProblems).map(problemOf) };

  const problems = read.output.sites.flatMap((site, at) =>
    refusalsOf(site).map(({ field, expected, found }) =>
      problem('bad-value', expected, found, `sites[${at}].${field}`),
    ),
  );
  problems.push(...duplicates(read.output.sites));
  return problems.length ? { problems: problems.slice(0, mostProblems) } : { profiles: read.output.sites };
}

/** Through text and back, everything is plain data: no getters, no circles, no prototypes. */
function written(given: unknown): string | undefined {
  try {
    return JSON.stringify(given);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isDeeper(json: unknown, levels: number): boolean {
  return (
    Object(json) === json &&
    (!levels || Object.values(json as object).some((each) => isDeeper(each, levels - 1)))
  );
}

function duplicates(sites: readonly SiteProfile[]): Problem[] {
  const ids = new Set<string>();
  return sites.flatMap(({ id }, at) => {
    if (ids.has(id)) return problem('duplicate-id', 'an id that no other site has', id, `sites[${at}].id`);
    ids.add(id);
    return [];
  });
}

const words: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  strict_object: 'an object',
  record: 'an object',
};

/** What the schema found, as a problem. */
export function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const field = pathOf(issue.path);
  const atKey = issue.path?.at(-1)?.origin === 'key';
  if (atKey && issue.type === 'strict_object')
    return issue.expected === 'never'
      ? problem('unknown-member', 'only members that profiles have', undefined, field)
      : problem('missing-member', 'this member', undefined, field);
  return problem('bad-value', words[issue.type] ?? choices(issue), issue.input, field);
}

/** Schemas list what they take as `("a" | "b")`; checks bring their own words. */
function choices({ kind, expected, message }: v.BaseIssue<unknown>): string {
  if (kind !== 'schema' || !message.startsWith('Invalid ')) return message;
  return expected === 'Object' ? words.record! : `${expected}`.replace(/[()"]/g, '').replaceAll(' | ', ', ');
}

function pathOf(path: v.BaseIssue<unknown>['path']): string {
  return (path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 40)}`))
    .join('')
    .replace(/^\./, '');
}
