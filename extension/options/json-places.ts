/** Where things stand in a JSON text: lines from 1. */
export interface JsonPlaces {
  /** By path, as problems name it: `signs[2].status`; the whole is ``. */
  lines: ReadonlyMap<string, number>;
  /** Where it stops being JSON, and what would be right there. */
  broken?: { line: number; column: number; expected: string };
}

class Broken extends Error {
  readonly at: number;
  readonly expected: string;

  constructor(at: number, expected: string) {
    super(expected);
    this.at = at;
    this.expected = expected;
  }
}

const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
// eslint-disable-next-line no-control-regex -- JSON forbids exactly these
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const space = /[ \t\r\n]*/y;
const deepest = 100;

/** Walks through JSON as people type it. JSON.parse says neither where things are nor, everywhere, where it broke. */
export function placesIn(text: string): JsonPlaces {
  const lines = new Map<string, number>();
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const lineAt = (at: number) => {
    let [low, high] = [0, lineStarts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lineStarts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };

  let at = 0;
  const take = (pattern: RegExp, expected: string): string => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined) throw new Broken(at, expected);
    at += found.length;
    return found;
  };
  const skip = () => void take(space, '');
  const next = () => (skip(), text[at]);

  function value(path: string, depth: number): void {
    const first = next();
    if (!lines.has(path)) lines.set(path, lineAt(at));
    if (depth > deepest) throw new Broken(at, 'fewer levels');
    if (first === '{') members('}', depth, (name) => (path ? `${path}.` : '') + name.slice(0, 40), path);
    else if (first === '[') members(']', depth, undefined, path);
    else if (first === '"') take(string, 'a text that ends with "');
    else take(literal, 'a value');
  }

  function members(
    end: string,
    depth: number,
    named: ((name: string) => string) | undefined,
    path: string,
  ): void {
    at += 1;
    if (next() === end) return void (at += 1);
    for (let index = 0; ; index += 1) {
      skip();
      let inner = `${path}[${index}]`;
      if (named) {
        const start = at;
        inner = named(JSON.parse(take(string, 'a name in "')) as string);
        lines.set(inner, lineAt(start));
        if (next() !== ':') throw new Broken(at, ':');
        at += 1;
      }
      value(inner, depth + 1);
      const after = next();
      if (after !== ',' && after !== end) throw new Broken(at, `, or ${end}`);
      at += 1;
      if (after === end) return;
    }
  }

  try {
    value('', 0);
    if (next() !== undefined) throw new Broken(at, 'nothing more');
    return { lines };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const line = lineAt(error.at);
    return {
      lines,
      broken: { line, column: error.at - lineStarts[line - 1]! + 1, expected: error.expected },
    };
  }
}

/** The line of a path, or of the nearest thing around it that is there. */
export function lineOf({ lines }: JsonPlaces, path: string): number {
  for (let part = path; part; part = part.replace(/(\.[^.[\]]*|\[\d+\]|^[^.[\]]+)$/, '')) {
    const line = lines.get(part);
    if (line !== undefined) return line;
    if (!/(\.[^.[\]]*|\[\d+\]|^[^.[\]]+)$/.test(part)) break;
  }
  return lines.get('') ?? 1;
}
