import { readDuration } from './duration.ts';
import { hash } from './hash.ts';
import { isPointer } from './json-pointer.ts';
import type { Unit } from './moment.ts';
import { problem, type Problem } from './problem.ts';

/**
 * What a site sets, as it writes it: durations are `90s`, `2m`, `1h30m`, `PT2M`, or seconds. Every member is
 * optional, and each is an attribute of the element (`warnBefore` is `warn-before`).
 */
export interface Settings {
  /** Which session: shared by the tabs of that name. Default: `sessionUrl`, else `renewUrl`. */
  sessionName?: string | null;
  /** Opaque hint of who is signed in; only its hash is kept. Default: what replies say. */
  subject?: string | null;
  /** Declares that authenticated requests slide the session. Default: none. */
  idleTimeout?: string | number | null;
  /** Look: GET, JSON, no side effects. Default: no looks. */
  sessionUrl?: string | null;
  /** JSON Pointer (RFC 6901) into look replies. Default: known shapes. */
  expiresAtPath?: string | null;
  expiresAtUnit?: string | null;
  /** Without it (or `renewBy: 'page'`) nothing can be renewed. */
  renewUrl?: string | null;
  /** `POST` (default), `PUT`, `PATCH` or `GET`. */
  renewMethod?: string | null;
  /** Default: as `expiresAtPath`. */
  renewPath?: string | null;
  /** `url` (default); `page`: the page renews on `before-renew` and calls `start()` within 10 s. */
  renewBy?: string | null;
  /** How long before the end to warn; at least 25 s. Default: lifetime/5 within 30 s … 2 min, see `warnBefore()`. */
  warnBefore?: string | number | null;
  /** How long before the end to say so quietly, without a dialog; more than `warnBefore`. Default: not at all. */
  noticeBefore?: string | number | null;
  /** Of the extension: the site renews by itself this long before the end, and only then is there something to warn of. */
  siteRenews?: string | number | null;
  /** `off` (default); `active`: renew in good time while the person is active. */
  keepFresh?: string | null;
  /** More statuses that end a session, such as `419 440`. Default: none. */
  endedStatuses?: string | null;
  /** Sentinels such as year 9999 mean "never". Default: they say nothing. */
  noExpiry?: boolean | null;
}

/** Settings that hold, in ms; what was refused is at its default. */
export interface Policy {
  sessionName?: string;
  /** Hashed. */
  subject?: string;
  idleTimeout?: number;
  sessionUrl?: string;
  path?: string;
  unit?: Unit;
  renewUrl?: string;
  renewMethod: string;
  renewPath?: string;
  renewByPage: boolean;
  warnBefore?: number;
  noticeBefore?: number;
  siteRenews?: number;
  keepFresh: boolean;
  endedStatuses: readonly number[];
  noExpiry: boolean;
}

const units = /^(rfc3339|http-date|epoch-(s|ms|us|ns)|in-(s|ms|min))$/;
const shortestWarning = 25_000; // 20 s to answer (WCAG 2.2.1) and 5 s to notice
const shortWarning = 80_000; // a hidden tab may hear of it a minute late

/** Reads settings into a policy. A refused setting is named and leaves its default; nothing throws. */
export function readPolicy(settings: Settings): { policy: Policy; problems: Problem[] } {
  const problems: Problem[] = [];

  function refuse(field: keyof Settings, expected: string, code = 'bad-setting'): undefined {
    problems.push(problem(code, expected, settings[field], field));
  }
  function text(field: keyof Settings): string | undefined {
    const value = settings[field];
    return value === undefined || value === null ? undefined : String(value).trim();
  }
  function choice(field: keyof Settings, options: string): string | undefined {
    const value = text(field);
    if (value === undefined || options.split(' or ').includes(value)) return value;
    return refuse(field, options);
  }
  function matching(
    field: keyof Settings,
    ok: (value: string) => boolean,
    expected: string,
  ): string | undefined {
    const value = text(field);
    return value === undefined || ok(value) ? value : refuse(field, expected);
  }
  function duration(field: keyof Settings): number | undefined {
    if (settings[field] === undefined || settings[field] === null) return undefined;
    const read = readDuration(settings[field], field);
    if ('ms' in read && read.ms > 0) return read.ms;
    return 'ms' in read ? refuse(field, 'more than 0') : void problems.push(read.problem);
  }

  const warnBefore = duration('warnBefore');
  if (warnBefore !== undefined && warnBefore < shortWarning) {
    const [code, least] = warnBefore < shortestWarning ? ['warn-too-late', '25s'] : ['warn-late', '80s'];
    refuse('warnBefore', `at least ${least}`, code);
  }
  const noticeBefore = duration('noticeBefore');
  if (noticeBefore !== undefined && noticeBefore <= (warnBefore ?? 0))
    refuse('noticeBefore', 'more than warn-before', 'notice-late');
  const statuses = matching(
    'endedStatuses',
    (list) => /^(4\d\d\s*)*$/.test(list),
    'statuses such as 419 440',
  );
  const pointer = 'JSON Pointer, such as /session/expires_at';
  const path = matching('expiresAtPath', isPointer, pointer);

  const sessionUrl = text('sessionUrl');
  const renewUrl = text('renewUrl');
  const subject = text('subject');
  const policy: Policy = {
    sessionName: text('sessionName') || sessionUrl || renewUrl,
    subject: subject ? hash(subject) : undefined,
    idleTimeout: duration('idleTimeout'),
    sessionUrl,
    path,
    unit: matching('expiresAtUnit', (unit) => units.test(unit), 'epoch-s, in-s, rfc3339, …') as
      Unit | undefined,
    renewUrl,
    renewMethod: choice('renewMethod', 'POST or PUT or PATCH or GET') ?? 'POST',
    renewPath: matching('renewPath', isPointer, pointer) ?? path,
    renewByPage: choice('renewBy', 'url or page') === 'page',
    warnBefore: warnBefore !== undefined && warnBefore < shortestWarning ? undefined : warnBefore,
    noticeBefore,
    siteRenews: duration('siteRenews'),
    keepFresh: choice('keepFresh', 'off or active') === 'active',
    endedStatuses: (statuses?.match(/\d+/g) ?? []).map(Number),
    noExpiry: settings.noExpiry ?? false,
  };
  return { policy, problems };
}
