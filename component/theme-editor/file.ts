import { isObject, type JsonObject } from '../../shared/theme/json.ts';

/** A theme file as it is written, never changed in place: each edit is another file. */
export type ThemeFile = JsonObject;

export type Steps = readonly string[];

export function valueAt(json: unknown, path: Steps): unknown {
  let value = json;
  for (const step of path) {
    if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

/** With another value there, in its old place; `undefined` takes the member away. */
export function withValue(json: unknown, [step, ...rest]: Steps, value: unknown): JsonObject {
  const before = isObject(json) ? json : {};
  if (step === undefined) return before;
  const next = rest.length ? withValue(before[step], rest, value) : value;
  if (next !== undefined) return { ...before, [step]: next };
  const others = { ...before };
  delete others[step];
  return others;
}

const width = 100;

/** As people write it: what is short stands in one line. The same file is always the same text. */
export const fileText = (file: ThemeFile): string => `${written(file, '', 0, true)}\n`;

function written(json: unknown, indent: string, before: number, isOpen = false): string {
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const inner = `${indent}  `;
  const list = Array.isArray(json);
  const names = list ? [] : Object.keys(json).map((name) => `${JSON.stringify(name)}: `);
  const values: unknown[] = Object.values(json);
  if (!values.length) return list ? '[]' : '{}';
  const flat = values.map((value, at) => (names[at] ?? '') + written(value, '', 0));
  const line = list ? `[${flat.join(', ')}]` : `{ ${flat.join(', ')} }`;
  if (!isOpen && !line.includes('\n') && indent.length + before + line.length <= width) return line;
  const lines = values.map((value, at) => {
    const name = names[at] ?? '';
    return `${inner}${name}${written(value, inner, name.length)}`;
  });
  return `${list ? '[' : '{'}\n${lines.join(',\n')}\n${indent}${list ? ']' : '}'}`;
}
