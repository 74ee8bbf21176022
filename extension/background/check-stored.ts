import * as v from 'valibot';
import type { SessionRecord, SiteState } from '../stored.ts';

// Only what code relies on to run at all: a version of ours wrote the rest.
const record = v.looseObject({
  v: v.literal(1),
  site: v.string(),
  store: v.string(),
  host: v.string(),
  page: v.string(),
  facts: v.looseObject({ held: v.boolean() }),
  told: v.record(v.string(), v.looseObject({ at: v.number(), readAt: v.number() })),
  asking: v.looseObject({ looking: v.boolean() }),
  tabs: v.number(),
  cookies: v.array(v.string()),
  problems: v.array(v.looseObject({ code: v.string() })),
  savedAt: v.number(),
  notified: v.looseObject({}),
});
const siteState = v.looseObject({
  guardedAt: v.number(),
  endings: v.array(v.looseObject({ at: v.number(), reason: v.string() })),
});

export const isRecord = (value: unknown): value is SessionRecord => v.is(record, value);
export const isSiteState = (value: unknown): value is SiteState => v.is(siteState, value);
