import { problem, type Problem } from '../../shared/problem.ts';
import { readProfiles } from '../profile/read-profile.ts';
import { isSameJson } from '../profile/same-json.ts';
import { idOf, siteText, type Written } from './documents.ts';
import { inOrder } from './in-order.ts';
import { lineOf, placesIn } from './json-places.ts';

/**
 * A site that is being changed. The text is the one state: the form is drawn from it and writes into it, so that
 * nothing is lost between form and JSON, even while the text is no JSON at all.
 */
export interface Draft {
  id: string;
  /** As it was when the change began. */
  base: Written;
  text: string;
}

/** A problem, and the line of the text it is about. `field` is seen from the site: `signs[2].status`. */
export interface Placed extends Problem {
  line: number;
}

export const draftOf = (site: Written): Draft => ({
  id: idOf(site),
  base: site,
  text: siteText(inOrder(site)),
});

/** What is written so far; `undefined` while it is no JSON object. */
export function writtenIn({ text }: Pick<Draft, 'text'>): Written | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Written) : undefined;
  } catch {
    return undefined;
  }
}

export function isChanged(draft: Draft): boolean {
  const now = writtenIn(draft);
  return now === undefined || !isSameJson(now, draft.base);
}

/** All that keeps it from being saved, each at its line. */
export function problemsOf(draft: Draft): Placed[] {
  const places = placesIn(draft.text);
  if (places.broken) {
    const { line, column, expected } = places.broken;
    return [{ ...problem('not-json', expected, undefined, `${line}:${column}`), line }];
  }
  const site = writtenIn(draft);
  if (!site) return [{ ...problem('bad-value', 'an object'), line: 1 }];
  const placed = (field: string, each: Problem): Placed => {
    const { code, expected, found } = each;
    // As it was written: a duration was found in ms.
    const written = valueAt(site, stepsOf(field));
    const told = typeof written === 'string' || typeof written === 'number' ? written : found;
    return { ...problem(code, expected, told, field || undefined), line: lineOf(places, field) };
  };
  const problems = (readProfiles({ version: 1, sites: [site] }).problems ?? []).map((each) =>
    placed((each.field ?? '').replace(/^sites\[0\]\.?/, ''), each),
  );
  if (site.id !== undefined && site.id !== draft.id)
    problems.push(placed('id', problem('id-changed', draft.id, site.id, 'id')));
  return problems;
}

export type Path = readonly (string | number)[];

const stepsOf = (field: string): Path =>
  (field.match(/[^.[\]]+/g) ?? []).map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** The value at a path of what was written, whatever it is. */
export function valueAt(json: unknown, path: Path): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The form writes one member; `undefined` takes it away. A text that is no JSON stays as it is. */
export function withMember(draft: Draft, path: Path, value: unknown): Draft {
  const site = writtenIn(draft);
  return site ? { ...draft, text: siteText(put(site, path, value) as Written) } : draft;
}

function put(json: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(json)) {
    const at = step as number;
    if (!rest.length && value === undefined) return json.toSpliced(at, 1);
    return json.toSpliced(at, 1, put(json[at], rest, value));
  }
  const { [step]: inner, ...others } = (Object(json) === json ? json : {}) as Record<string, unknown>;
  if (!rest.length && value === undefined) return others;
  const next = put(inner, rest, value);
  // In its old place: a text that jumps about is hard to read.
  return Object.hasOwn(Object(json), step)
    ? { ...(json as object), [step]: next }
    : { ...others, [step]: next };
}
