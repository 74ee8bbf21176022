import type { Hono } from 'hono';
import type { Identity } from './identity/client.ts';
import type { Person } from './people.ts';

export interface SystemOptions {
  now: () => number;
  /** Where `npm run build` puts its files. */
  dist: URL;
  /** How late a slow answer comes, in ms. */
  slowBy: number;
  /** Where all of this is served. */
  origin: string;
  /** The provider that people may sign in with, on an origin of its own. */
  identity: Identity;
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

/** What every page of a system needs to know of it. */
export interface Face {
  /** The folder here, and the first segment of its addresses. */
  id: string;
  name: string;
  /** The first is who the pages fill in. */
  people: readonly [Person, Person];
  /** It has an `assets/<id>.css` beside the common stylesheet. */
  ownStyle?: boolean;
}

/** One of the systems: what the start page says of it, and everything below its path. */
export interface DemoSystem extends Face {
  summary: string;
  facts: [label: string, text: string][];
  open: Link;
  also: Link & { text: string };
  tries: Try[];
  /** It is registered with the identity provider. */
  sso?: true;
  routes(options: SystemOptions): Hono<any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- each has variables of its own
}
