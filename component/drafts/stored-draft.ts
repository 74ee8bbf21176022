import type { Names } from './identity.ts';

export interface StoredField {
  names: Names;
  label: string;
  value: string;
  /** The same for people, where `value` is for programs. */
  text?: string;
  /** What the field held when the page was new, where that is not its default. */
  from?: string;
}

export interface StoredState {
  name: string;
  json: string;
}

/** Where the person was. */
export interface Place {
  x: number;
  y: number;
  field?: { names: Names; start: number; end: number; top: number };
}

export interface StoredDraft {
  version: 1;
  subject: string;
  /** Wall epoch ms. */
  savedAt: number;
  fields: StoredField[];
  /** The page's own. */
  states: StoredState[];
  place: Place;
}

/** Characters of a draft; browsers give a site about five million, and the page may want them too. */
export const longest = 1_000_000;

/** What was stored, if it is what we store: anybody on the page can write there. */
export function parseDraft(text: string): StoredDraft | undefined {
  if (text.length > longest) return;
  try {
    const draft = JSON.parse(text) as StoredDraft;
    if (isDraft(draft)) return draft;
  } catch {
    // Not JSON.
  }
}

const day = 86_400_000;

export const isFresh = ({ savedAt }: StoredDraft, now: number): boolean => Math.abs(now - savedAt) <= day;

/** JSON of a page's own state; throws at what would come back as something else. `undefined`: there is none. */
export function stateToJson(state: unknown): string | undefined {
  return JSON.stringify(state, function (key, value: unknown) {
    if (isPlain(value)) return value;
    throw new TypeError(`JSON cannot hold the member "${key}" as it is.`);
  });
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return !value.includes(undefined);
  if (typeof value !== 'object' || value === null)
    return !['function', 'symbol', 'bigint'].includes(typeof value);
  const prototype = Object.getPrototypeOf(value) as object | null;
  // The objects of frames have a plain prototype of their own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => Number.isFinite(value);
const isMissingOr =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const isListOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const isShaped =
  (shape: Record<string, Test>): Test =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([name, test]) => test((value as Record<string, unknown>)[name]));

const isNames = isListOf(isText);
const isDraft = isShaped({
  version: (value) => value === 1,
  subject: isText,
  savedAt: isNumber,
  fields: isListOf(
    isShaped({
      names: isNames,
      label: isText,
      value: isText,
      text: isMissingOr(isText),
      from: isMissingOr(isText),
    }),
  ),
  states: isListOf(isShaped({ name: isText, json: isText })),
  place: isShaped({
    x: isNumber,
    y: isNumber,
    field: isMissingOr(isShaped({ names: isNames, start: isNumber, end: isNumber, top: isNumber })),
  }),
});
