import type { Scheme } from '../../shared/theme/theme.ts';
import { hasSchemes, ruleOf, type TokenName } from '../../shared/theme/tokens.ts';
import { valueJson } from './values-json.ts';
import type { Values } from '../../shared/theme/values.ts';
import { valueAt, withValue, type Steps, type ThemeFile } from './file.ts';

// Each takes a file and gives another; what it does not mean stays as it was written.

/** Where a token of ours is written for a scheme; only colours and shadows differ between them. */
export const placeOf = (name: TokenName, scheme: Scheme): Steps => [hasSchemes(name) ? scheme : 'both', name];

/** Without where it pointed: only one of the two may be there. */
function unpointed(token: unknown): Record<string, unknown> {
  const kept = { ...(token as Record<string, unknown>) };
  delete kept.$ref;
  return kept;
}

/** A value of its own, whatever the token pointed at before. */
export function setValue<Type extends keyof Values>(
  file: ThemeFile,
  path: Steps,
  type: Type,
  value: Values[Type],
): ThemeFile {
  const token = unpointed(valueAt(file, path));
  // A group of the palette may be of another type; our own tokens know theirs.
  const typed = /^(light|dark|both)$/.test(path[0]!) || token.$type === undefined ? {} : { $type: type };
  return withValue(file, path, { ...token, ...typed, $value: valueJson(type, value) });
}

export const setToken = (
  file: ThemeFile,
  name: TokenName,
  scheme: Scheme,
  value: Values[keyof Values],
): ThemeFile => setValue(file, placeOf(name, scheme), ruleOf(name).type, value as never);

export function setAlias(file: ThemeFile, name: TokenName, scheme: Scheme, key: string): ThemeFile {
  const path = placeOf(name, scheme);
  const token = unpointed(valueAt(file, path));
  return withValue(file, path, { ...token, $value: `{${key}}` });
}

/** Back to the default, in this scheme alone. */
export function resetToken(file: ThemeFile, name: TokenName, scheme: Scheme): ThemeFile {
  const next = withValue(file, placeOf(name, scheme), undefined);
  const shared = valueAt(file, ['both', name]);
  if (!hasSchemes(name) || shared === undefined) return next;
  const other = [scheme === 'light' ? 'dark' : 'light', name];
  const kept = valueAt(file, other) === undefined ? withValue(next, other, shared) : next;
  return withValue(kept, ['both', name], undefined);
}

/** All tokens to their defaults; name, texts, logo and palette stay. */
export const resetAll = (file: ThemeFile): ThemeFile =>
  ['light', 'dark', 'both'].reduce(
    (next, part) => (Object.hasOwn(next, part) ? withValue(next, [part], {}) : next),
    file,
  );

/** A colour more to point at, under a name that is free. */
export function addColor(file: ThemeFile, name: string, value: Values['color']): ThemeFile {
  return withValue(file, ['palette', name], { $type: 'color', $value: valueJson('color', value) });
}

const ours = ['$extensions', 'session-guard'];

export const ownAt = (file: ThemeFile, path: Steps): unknown => valueAt(file, [...ours, ...path]);

/** Name, texts and logo; what becomes empty goes. */
export function setOwn(file: ThemeFile, path: Steps, value: unknown): ThemeFile {
  const versioned = ownAt(file, ['version']) === undefined ? withValue(file, [...ours, 'version'], 1) : file;
  let next = withValue(versioned, [...ours, ...path], value);
  for (let at = path.length - 1; at > 0; at -= 1) {
    const above = [...ours, ...path.slice(0, at)];
    if (value === undefined && !Object.keys(Object(valueAt(next, above))).length)
      next = withValue(next, above, undefined);
  }
  return next;
}

/** Where people look for it: at the top. */
export function describe(file: ThemeFile, text: string): ThemeFile {
  const { $schema, ...rest } = withValue(file, ['$description'], undefined);
  return {
    ...($schema === undefined ? {} : { $schema }),
    ...(text && { $description: text }),
    ...rest,
  };
}

export const nameIn = (file: ThemeFile): string => {
  const name = ownAt(file, ['name']);
  return typeof name === 'string' ? name : '';
};
