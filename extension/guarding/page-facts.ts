import { readMoment } from '../../shared/moment.ts';
import { phases } from '../../shared/phase.ts';
import { pathAt } from './path.ts';
import type { ElementSeen, ItemSeen, PageSeen } from './seen.ts';
import { readStated } from './stated.ts';

const mostItems = 500;
const mostFound = 50;
const longestValue = 64 * 1024;

/** What of a page is looked at. Anything of it may throw: a page in a sandbox has no storage. */
export interface PageEdge {
  href: string;
  title: string;
  cookie(): string;
  storage(area: 'local' | 'session'): Pick<Storage, 'length' | 'key' | 'getItem'>;
  element(): Pick<Element, 'getAttribute'> | null;
  meta(): string | null;
  hasPassword(): boolean;
}

/** What a page tells of its session: names and moments. Values stay here, and are read only to be parsed. */
export function factsOf(page: PageEdge, now: number): PageSeen {
  const { origin, pathname } = new URL(page.href);
  const [items, keys] = itemsIn(page, now);
  const element = attempt(() => page.element(), null);
  return {
    title: page.title.slice(0, 300),
    path: pathAt(page.href, origin) ?? pathname.slice(0, 400),
    ...(element && { element: elementIn(element, origin, now) }),
    items,
    keys,
    cookies: attempt(() => cookieNames(page.cookie()), []),
    forbids: /(^|[\s,])no-keep-fresh([\s,]|$)/.test(attempt(() => page.meta(), '') ?? ''),
    signsIn: attempt(() => page.hasPassword(), false),
  };
}

function itemsIn(page: PageEdge, now: number): [ItemSeen[], string[]] {
  const items: ItemSeen[] = [];
  const keys: string[] = [];
  for (const area of ['local', 'session'] as const) {
    const storage = attempt(() => page.storage(area), undefined);
    const count = Math.min(
      attempt(() => storage?.length ?? 0, 0),
      mostItems,
    );
    for (let at = 0; at < count; at++) {
      const key = attempt(() => storage!.key(at), null);
      if (key === null || key.length > 200) continue;
      keys.push(key);
      const value = attempt(() => storage!.getItem(key), null);
      if (!value || value.length > longestValue || items.length >= mostFound) continue;
      const stated = readStated('storage', key, value, now);
      if (stated) items.push({ area, key, stated });
    }
  }
  return [items, keys];
}

function elementIn(element: Pick<Element, 'getAttribute'>, origin: string, now: number): ElementSeen {
  const attribute = (name: string) => element.getAttribute(name) ?? '';
  const phase = attribute('phase');
  const endsAt = readMoment(attribute('ends-at'), { now, unit: 'rfc3339' }).at;
  const look = attribute('session-url') ? pathAt(attribute('session-url'), origin) : undefined;
  return {
    phase: phases.find((known) => known === phase) ?? '',
    ...(endsAt !== undefined && { endsAt }),
    ...(look !== undefined && { look }),
  };
}

const cookieNames = (text: string) =>
  text
    .split(';')
    .map((pair) => pair.split('=')[0]!.trim())
    .filter((name) => name !== '' && name.length <= 200)
    .slice(0, mostItems);

function attempt<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
