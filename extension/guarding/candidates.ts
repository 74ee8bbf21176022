import { isAlive } from '../../shared/phase.ts';
import { endNamed, isSessionLike, speaksAgainst, type Against } from './names.ts';
import type { CookieSeen, ElementSeen, HeaderSeen, ItemSeen, Seen } from './seen.ts';
import type { Stated } from './stated.ts';
import type { WrittenSource } from './written.ts';

/** Why it is where it is in the list. */
export type Why =
  | 'element'
  | 'look'
  | 'header'
  | 'known'
  | 'stated'
  | 'stated-plain'
  | 'token'
  | 'own-expiry'
  | Against
  | 'other-thing'
  | 'other-name'
  | 'long-lived'
  | 'short-lived'
  | 'changes';

export type Strength = 'strong' | 'weak' | 'unlikely';

/** A place that may tell when the session ends. */
export interface Candidate {
  /** Tells it from the others; the same while the same is seen. */
  id: string;
  source: WrittenSource;
  label: {
    what: 'element' | 'look' | 'header' | 'cookie' | 'local' | 'session';
    name: string;
    /** Whose cookie it is, where that is not the page's host. */
    host?: string;
  };
  /** Absent: only a look would tell. */
  endsAt?: number;
  strength: Strength;
  why: Why;
  /** The path of the look that goes with it. */
  look?: string;
  /** What Chromium wants access to before it lists the cookie: the host above, or this one without encryption. */
  reach?: { host: string; pattern: string };
  /** It is not listed so far. */
  hidden?: true;
  /** Of several cookies of that name this is the one that ends first. */
  several?: true;
}

const minute = 60_000;
const longest = 60 * 24 * 60 * minute;
/** A pointer to a page is at most this long in a profile. */
const longestName = 200;

const order: readonly Why[] = ['element', 'known', 'stated', 'header', 'token', 'look', 'stated-plain'];
const rank = ({ strength, why }: Candidate) =>
  strength === 'strong' ? order.indexOf(why) : strength === 'weak' ? 50 : 100;

/** All that may tell the end, the likeliest first. Names only sort; every time was read from a value. */
export function findCandidates(seen: Seen, now: number): Candidate[] {
  const { cookies, headers, page } = seen;
  const found = [
    ...(page?.element ? ofElement(page.element) : []),
    ...cookies.filter(({ name }) => isNameable(name)).flatMap((cookie) => ofCookie(cookie, seen.host, now)),
    ...headers.map(ofHeader),
    ...(page?.items ?? []).filter(({ key }) => isNameable(key)).map((item) => ofItem(item, now)),
  ].filter(({ endsAt }) => endsAt === undefined || endsAt > now);
  return onePerPlace(found).sort((one, other) => rank(one) - rank(other) || soon(one) - soon(other));
}

const soon = ({ endsAt = Infinity }: Candidate) => endsAt;
/** A `*` in a name would be a glob in the profile. */
const isNameable = (name: string) => name !== '' && name.length <= longestName && !name.includes('*');

function ofElement({ phase, endsAt, look }: ElementSeen): Candidate[] {
  const made: Candidate[] = [];
  if (endsAt !== undefined && isAlive(phase))
    made.push(candidate({ from: 'element' }, { what: 'element', name: '' }, 'strong', 'element', endsAt));
  if (look !== undefined)
    made.push({ ...candidate({ from: 'look' }, { what: 'look', name: look }, 'strong', 'look'), look });
  return made;
}

function ofHeader({ path, name, stated }: HeaderSeen): Candidate {
  const source: WrittenSource = { from: 'header', url: path, name, ...stated.how };
  return candidate(source, { what: 'header', name }, 'strong', 'header', stated.endsAt);
}

function ofItem({ area, key, stated }: ItemSeen, now: number): Candidate {
  const source: WrittenSource = { from: 'storage', area, key, ...stated.how };
  const [strength, why] = judge(key, stated, now);
  return candidate(source, { what: area, name: key }, strength, why, stated.endsAt);
}

/** By its value, where that states an end; and by its own expiry, where its name suggests a session. */
function ofCookie(cookie: CookieSeen, host: string, now: number): Candidate[] {
  const { name, stated, endsAt, hidden, secure } = cookie;
  const of = parentOf(cookie.domain, host);
  const label: Candidate['label'] = { what: 'cookie', name, ...(of && { host: of }) };
  const made: Candidate[] = [];
  const reach = {
    reach: { host: of ?? host, pattern: `${secure ? 'https' : 'http'}://${of ?? host}/*` },
    ...(hidden && { hidden }),
  };
  if (stated) {
    const [strength, why] = judge(name, stated, now);
    const source: WrittenSource = { from: 'cookie', name, ...stated.how };
    made.push({ ...candidate(source, label, strength, why, stated.endsAt), ...reach });
  }
  const doubt = ownExpiryDoubt(cookie, now);
  // Of a cookie that says nothing of a session, only the reason is worth a line.
  if (endsAt !== undefined && doubt !== 'other-name')
    made.push({
      ...candidate(
        { from: 'cookie', name },
        label,
        doubt ? 'unlikely' : 'weak',
        doubt ?? 'own-expiry',
        endsAt,
      ),
      ...reach,
    });
  return made;
}

function ownExpiryDoubt({ name, endsAt = 0, changes }: CookieSeen, now: number): Why | undefined {
  const against = speaksAgainst(name);
  if (against) return against;
  if (!isSessionLike(name)) return 'other-name';
  if (changes) return 'changes';
  if (endsAt - now > longest) return 'long-lived';
  return endsAt - now < minute ? 'short-lived' : undefined;
}

/** What a name makes of a moment that was read from its value. */
function judge(name: string, { how, endsAt }: Stated, now: number): [Strength, Why] {
  const against = speaksAgainst(name);
  if (against) return ['unlikely', against];
  const promised = endNamed(name);
  if (promised === 'other') return ['unlikely', 'other-thing'];
  if (how.as === 'jwt') {
    if (!isSessionLike(name)) return ['unlikely', 'other-name'];
    if (endsAt - now > longest) return ['unlikely', 'long-lived'];
    return endsAt - now < minute ? ['unlikely', 'short-lived'] : ['strong', 'token'];
  }
  if (how.unit) return ['strong', 'known'];
  if (promised === 'session' || isSessionLike(name)) return ['strong', 'stated'];
  return promised === 'plain' ? ['strong', 'stated-plain'] : ['unlikely', 'other-name'];
}

function candidate(
  source: WrittenSource,
  label: Candidate['label'],
  strength: Strength,
  why: Why,
  endsAt?: number,
): Candidate {
  return {
    id: JSON.stringify(source),
    source,
    label,
    strength,
    why,
    ...(endsAt !== undefined && { endsAt }),
  };
}

/** Several cookies of one name are one source: the earliest counts. */
function onePerPlace(all: readonly Candidate[]): Candidate[] {
  const by = new Map<string, Candidate>();
  for (const each of all) {
    const other = by.get(each.id);
    if (!other) by.set(each.id, each);
    else by.set(each.id, { ...(soon(each) < soon(other) ? each : other), several: true });
  }
  return [...by.values()];
}

/** The host above the page's that a cookie belongs to. */
export function parentOf(domain: string, host: string): string | undefined {
  const named = domain.replace(/^\./, '').toLowerCase();
  return named !== host && host.endsWith(`.${named}`) ? named : undefined;
}
