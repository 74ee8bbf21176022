import { matchesGlob } from './glob.ts';

/** Where a site is: its pages, and the hosts they ask. */
export interface Place {
  match: readonly string[];
  hosts: readonly string[];
}

/** A status, a class of them such as `2xx`, or several. */
export type Statuses = number | string | readonly (number | string)[];

/** A WebExtension match pattern in its parts. */
export interface Pattern {
  scheme: string;
  /** `*.` in front: the host and all below it. */
  host: string;
  /** Absent: any. */
  port?: string;
  path: string;
}

const form = /^(\*|https?):\/\/((?:\*\.)?[\w.-]+|\[[\da-f:.]+\])(?::(\d{1,5}|\*))?(\/[!"$-~]*)$/;

/**
 * Reads a match pattern: `https://app.example.com/*`, `*://*.example.com:8443/app/*`.
 *
 * @returns `undefined` for what is none, and for what names no host of its own, such as `*` and `*.com`.
 */
export function readPattern(text: string): Pattern | undefined {
  // The same few are read for each reply and each drawing.
  if (!patterns.has(text)) {
    if (patterns.size >= mostPatterns) patterns.clear();
    patterns.set(text, readAnew(text));
  }
  return patterns.get(text);
}

const patterns = new Map<string, Pattern | undefined>();
const mostPatterns = 5000;

function readAnew(text: string): Pattern | undefined {
  const [, scheme, host, port, path] = form.exec(text) ?? [];
  if (!scheme || !host || !path) return undefined;
  const named = host.replace(/^\*\./, '');
  if (named !== host && !/\w\.\w|^localhost$/.test(named)) return undefined;
  // As addresses have it: in small letters, in ASCII.
  if (!URL.canParse(`https://${named}`) || new URL(`https://${named}`).hostname !== named) return undefined;
  return { scheme, host, path, port: port === '*' ? undefined : port };
}

/** The pattern that a permission takes: without port and path. */
export function accessFor(pattern: string): string | undefined {
  const read = readPattern(pattern);
  return read && `${read.scheme}://${read.host}/*`;
}

/** Whether an address is as a match pattern has it; the fragment never matters. */
export function matches(pattern: string, address: string): boolean {
  const [read, url] = [readPattern(pattern), readAddress(address)];
  return !!read && !!url && atHost(read, url) && matchesGlob(read.path, url.pathname + url.search);
}

/** Whether an address is one of the site's pages. */
export function isPageOf(site: Pick<Place, 'match'>, address: string): boolean {
  return site.match.some((pattern) => matches(pattern, address));
}

/** The match patterns that a glob of the profile means: `/api/*` is at any host of the site. */
export function resolve(site: Place, glob: string): string[] {
  if (!glob.startsWith('/')) return [glob];
  const origins = patternsOf(site).map(
    ({ scheme, host, port }) => `${scheme}://${host}${port ? `:${port}` : ''}`,
  );
  return [...new Set(origins)].map((origin) => origin + glob);
}

/** Whether a glob of the profile means an address. Where it has no `?`, the query does not matter. */
export function matchesAddress(site: Place, glob: string, address: string): boolean {
  const url = readAddress(address);
  if (!url) return false;
  const target = glob.includes('?') ? url.pathname + url.search : url.pathname;
  return resolve(site, glob).some((pattern) => {
    const read = readPattern(pattern);
    return read !== undefined && atHost(read, url) && matchesGlob(read.path, target);
  });
}

/** Whether all that a pattern means is at the hosts of the site, whatever the path. */
export function isWithin(site: Place, pattern: string): boolean {
  const inner = readPattern(pattern);
  return (
    inner !== undefined &&
    patternsOf(site).some(
      (outer) =>
        (outer.scheme === '*' || outer.scheme === inner.scheme) &&
        (!outer.port || outer.port === inner.port) &&
        // Below a wildcard is also a wildcard below it.
        isHost(outer.host, inner.host.replace(/^\*\./, '')) &&
        (outer.host.startsWith('*') || !inner.host.startsWith('*')),
    )
  );
}

/**
 * The address of a request as the profile names it, seen from a page: a path is of the page's origin, `.` is the
 * page itself.
 *
 * @returns `undefined` where that is outside of the site.
 */
export function addressFrom(site: Place, named: string, page: string): string | undefined {
  const base = readAddress(page);
  const url = base && readAddress(named === '.' ? base.href : named, base.href);
  if (!url || !patternsOf(site).some((pattern) => atHost(pattern, url))) return undefined;
  url.hash = '';
  return url.href;
}

/** Whether a status is one of those. */
export function matchesStatus(wanted: Statuses, status: number): boolean {
  return [wanted].flat().some((each) => each === status || each === `${Math.floor(status / 100)}xx`);
}

const patternsOf = ({ match, hosts }: Place): Pattern[] =>
  [...match, ...hosts].flatMap((pattern) => readPattern(pattern) ?? []);

/** http(s) and without a user's name; else `undefined`. */
export function readAddress(address: string, base?: string): URL | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
}

function atHost({ scheme, host, port }: Pattern, url: URL): boolean {
  return (
    (scheme === '*' || `${scheme}:` === url.protocol) &&
    (!port || port === (url.port || (url.protocol === 'https:' ? '443' : '80'))) &&
    isHost(host, url.hostname)
  );
}

function isHost(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}
