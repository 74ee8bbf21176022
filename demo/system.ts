import type { Hono } from 'hono';

export interface SystemOptions {
  now: () => number;
  /** Where `npm run build` puts its files. */
  dist: URL;
  /** How late a slow answer comes, in ms. */
  slowBy: number;
}

export interface Link {
  href: string;
  label: string;
}

export interface Try {
  title: string;
  text: string;
  link?: Link;
}

/** One of the systems: what the start page says of it, and everything below its path. */
export interface DemoSystem {
  /** The folder here, and the first segment of its addresses. */
  id: string;
  name: string;
  summary: string;
  facts: [label: string, text: string][];
  open: Link;
  also: Link & { text: string };
  tries: Try[];
  account: { username: string; password: string };
  routes(options: SystemOptions): Hono<any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- each has variables of its own
}
