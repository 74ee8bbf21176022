import { readFile } from 'node:fs/promises';

/**
 * The pages' scripts are TypeScript beside the server. They reach the browser file by file, types stripped and
 * nothing bundled, so that what the developer tools show is what was written.
 */
export function browserScripts(folder: URL): (name: string) => Promise<string | undefined> {
  const ready = new Map<string, Promise<string | undefined>>();
  return (name) => {
    if (!/^[a-z]+(-[a-z]+)*\.js$/.test(name)) return Promise.resolve(undefined);
    const known = ready.get(name) ?? strip(new URL(name.replace(/js$/, 'ts'), folder));
    ready.set(name, known);
    return known;
  };
}

async function strip(file: URL): Promise<string | undefined> {
  const source = await readFile(file, 'utf8').catch(() => undefined);
  if (source === undefined) return undefined;
  // Loaded late: the compiler is big, and tests of the server never ask for a script.
  const { default: ts } = await import('typescript');
  return ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  }).outputText;
}
