import type { Context } from 'hono';

/** A request as the server saw it. Of cookies and tokens only that they came. */
export interface Asked {
  host: string;
  path: string;
  method: string;
  /** On the server's clock. */
  at: number;
  /** Names only, sorted. */
  cookies: string[];
  headers: Record<string, string>;
}

const shown = ['origin', 'referer', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', 'content-type'];
/** What they hold is nobody's business. */
const noticed = ['x-csrf-token', 'authorization'];

export function noteOf(c: Context, at: number): Asked {
  const { host, pathname } = new URL(c.req.url);
  const headers: Record<string, string> = {};
  for (const name of shown) {
    const value = c.req.header(name);
    if (value !== undefined) headers[name] = value;
  }
  for (const name of noticed) if (c.req.header(name)) headers[name] = 'there';
  const cookies = (c.req.header('cookie') ?? '')
    .split(';')
    .map((pair) => pair.split('=')[0]!.trim())
    .filter(Boolean)
    .sort();
  return { host, path: pathname, method: c.req.method, at, cookies, headers };
}
