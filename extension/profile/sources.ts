import { hash } from '../../shared/hash.ts';
import { readPointer } from '../../shared/json-pointer.ts';
import { readMoment } from '../../shared/moment.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { readSession, type SessionReading } from '../../shared/read-session.ts';
import { readBase64 } from './base64.ts';
import { matchesGlob } from './glob.ts';
import { readJwt } from './jwt.ts';
import type { CookieSource, ValueSource } from './profile.ts';
import { meansOwnExpiry } from './weak.ts';

/** Local epoch ms. Relative values count from the request. */
export interface Times {
  requestedAt: number;
  receivedAt: number;
}

/** As of a look's reply, but with the subject hashed. Without `expiresAt` the source yields nothing. */
export interface SourceReading extends SessionReading {
  /** Epoch ms on the server's clock: when a JWT was made. */
  issuedAt?: number;
}

/** As the browser keeps it. */
export interface Cookie {
  name: string;
  value: string;
  /** Epoch seconds of the local clock. Absent: it goes with the browser. */
  expirationDate?: number;
}

const longest = 64 * 1024;
const nothing: SourceReading = { problems: [] };
const refused = (code: string, expected: string, field?: string): SourceReading => ({
  problems: [problem(code, expected, undefined, field)],
});

/**
 * Reads what a source's value says of the session.
 *
 * @param value the raw text of a cookie, header or storage item, or the parsed JSON of a reply.
 * @returns the reading with its problems; an empty value is absent, and says nothing. Never throws.
 */
export function readSource(source: ValueSource, value: unknown, times: Times): SourceReading {
  const reading = readValue(source, value, times);
  // Law 7: of a value nothing is told but why it was refused.
  return { ...reading, problems: reading.problems.map((each) => ({ ...each, found: undefined })) };
}

function readValue(source: ValueSource, value: unknown, times: Times): SourceReading {
  if (value === undefined || value === null || value === '') return nothing;
  if (source.from === 'response') return readReply(source, value, times);
  if (typeof value !== 'string') return refused('not-text', 'a text');
  const text = source.from === 'cookie' ? unescaped(value) : value;
  return text === undefined
    ? refused('bad-escape', 'a percent-encoded value')
    : readText(source, text, times, source.path);
}

/**
 * Reads the cookies that a source means: of several the one that ends first, with the problem `several-cookies`.
 *
 * @param cookies all of the site, whatever their path, domain and partition.
 */
export function readCookies(source: CookieSource, cookies: readonly Cookie[], times: Times): SourceReading {
  const readings = cookies
    .filter(({ name, value }) => value !== '' && matchesGlob(source.name, name))
    .map((cookie) =>
      meansOwnExpiry(source) ? ownExpiry(cookie, times) : readSource(source, cookie.value, times),
    );
  const problems = readings.flatMap((reading) => reading.problems);
  const [first = { ...readings[0] }] = readings
    .filter(({ expiresAt }) => expiresAt !== undefined)
    .sort((one, other) => one.expiresAt! - other.expiresAt!);
  if (readings.length > 1)
    problems.push(problem('several-cookies', 'one cookie', readings.length, source.name));
  return { ...first, problems };
}

/** The browser keeps it on the local clock: it needs no skew. Without one it is no reading, never "never". */
function ownExpiry({ expirationDate }: Cookie, { receivedAt }: Times): SourceReading {
  const { at, problem: refusal } = readMoment(expirationDate, { now: receivedAt, unit: 'epoch-s' });
  if (refusal) return { problems: [refusal] };
  return at === undefined ? nothing : { expiresAt: at, relative: true, problems: [] };
}

function readReply(source: ValueSource, body: unknown, times: Times): SourceReading {
  const { as = 'json', path = '', unit } = source;
  if (as === 'json') return session(body, times, source.path, unit);
  const value = readPointer(body, path);
  if (value === undefined) return refused('path-not-found', 'a value at path', path);
  if (as === 'moment' && typeof value === 'number') return moment(value, source, times);
  return typeof value === 'string' ? readText(source, value, times) : refused('not-text', 'a text', path);
}

/** @param path where the text itself is JSON, leads to the value in it. */
function readText(source: ValueSource, whole: string, times: Times, path?: string): SourceReading {
  const { as = 'moment', split, part, unit } = source;
  if (whole.length > longest) return refused('too-long', 'at most 64 kB');
  const text = split === undefined ? whole : whole.split(split)[part ?? 0];
  if (text === undefined) return refused('part-not-found', `a part ${part}`);
  if (text === '') return nothing;

  const isJson = path !== undefined || /json/.test(as);
  if (!isJson) return as === 'jwt' ? readJwt(text, times.receivedAt) : moment(text, source, times);

  const json = parsed(as === 'base64-json' ? readBase64(text) : text);
  if (json === undefined) return refused('not-json', as);
  if (as !== 'jwt') return session(json, times, path, unit);
  const token = readPointer(json, path ?? '');
  return token === undefined
    ? refused('path-not-found', 'a JWT at path', path)
    : readJwt(token, times.receivedAt);
}

function moment(
  value: string | number,
  { unit }: ValueSource,
  { requestedAt, receivedAt }: Times,
): SourceReading {
  const read = readMoment(value, { now: receivedAt, requestedAt, unit });
  const problems: Problem[] = read.problem ? [read.problem] : [];
  const relative = /^in-/.test(unit ?? '') || undefined;
  return { expiresAt: read.at, relative, problems };
}

function session(body: unknown, times: Times, path?: string, unit?: ValueSource['unit']): SourceReading {
  const reading = readSession(body, { ...times, path, unit });
  return reading.subject === undefined ? reading : { ...reading, subject: hash(reading.subject) };
}

function unescaped(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
