import { createFindings } from '../../shared/theme/findings.ts';
import { isObject } from '../../shared/theme/json.ts';
import { readValue } from '../../shared/theme/read-values.ts';
import { readTree } from '../../shared/theme/token-tree.ts';
import type { Values } from '../../shared/theme/values.ts';
import { aliasIn } from './standing.ts';
import type { Steps, ThemeFile } from './file.ts';

/** A token of the team's own, there to be pointed at. */
export interface PaletteToken {
  /** `palette.blue` */
  key: string;
  path: Steps;
  type: keyof Values;
  value: Values[keyof Values];
  /** Itself only another name. */
  alias?: string;
  /** Where it is pointed at: `light.accent`. */
  usedBy: string[];
}

const ours = ['light', 'dark', 'both'];

/** All that stands in groups other than ours, of a file that was read; what no token of ours could use is left out. */
export function paletteOf(file: ThemeFile): PaletteToken[] {
  const tree = readTree(file, createFindings());
  const found: PaletteToken[] = [];
  const pointers: [from: string, to: string][] = [];

  function walk(group: object, path: Steps, above: string | undefined) {
    const type =
      typeof (group as { $type?: unknown }).$type === 'string' ? (group as { $type: string }).$type : above;
    for (const [name, each] of Object.entries(group)) {
      if (!isObject(each) || (name.startsWith('$') && name !== '$root')) continue;
      const at = [...path, name];
      const key = at.join('.');
      if (!Object.hasOwn(each, '$value') && !Object.hasOwn(each, '$ref')) {
        walk(each, at, type);
        continue;
      }
      const alias = aliasIn(each);
      if (alias !== undefined) pointers.push([key, alias]);
      if (ours.includes(at[0]!)) continue;
      const token = read(key, type);
      if (token) found.push({ key, path: at, ...token, ...(alias !== undefined && { alias }), usedBy: [] });
    }
  }

  function read(key: string, above: string | undefined): Pick<PaletteToken, 'type' | 'value'> | undefined {
    const entry = tree.find(key);
    const target = entry && tree.follow(entry.value, entry.path);
    const type = (entry?.type ?? target?.type ?? above) as keyof Values | undefined;
    if (!target || !type || !Object.hasOwn(readValue, type)) return undefined;
    const value = readValue[type](target.value, target.path, { ...tree, refuse: () => undefined });
    return value === undefined ? undefined : { type, value };
  }

  walk(file, [], undefined);
  for (const [from, to] of pointers) found.find(({ key }) => key === to)?.usedBy.push(from);
  return found;
}
