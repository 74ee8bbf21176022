import type { Problem } from '../../shared/problem.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { profilesOf, type Written } from './documents.ts';
import { lineOf, placesIn } from './json-places.ts';

/** A text that somebody wants imported, as it was read. */
export type Importing =
  | { written: readonly Written[]; read: readonly SiteProfile[]; problems?: undefined }
  | { problems: readonly (Problem & { line: number })[] };

/** Refused whole, each reason with its line. */
export function readImport(text: string): Importing {
  const read = profilesOf(text);
  if (!('problems' in read)) return read;
  const places = placesIn(text.replace(/^\uFEFF/, ''));
  const { broken } = places;
  return {
    problems: read.problems.map((each) =>
      each.code === 'not-json' && broken
        ? { ...each, expected: broken.expected, field: `${broken.line}:${broken.column}`, line: broken.line }
        : { ...each, line: lineOf(places, each.field ?? '') },
    ),
  };
}
