import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

export interface Chunk {
  file: string;
  code: string;
  entry: boolean;
  imports: readonly string[];
  /** Source files, relative to the repository, with what is left of each before minifying. */
  modules: { file: string; length: number }[];
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a site's own bundler would ship: minified, split where the code is imported when needed. Nothing is written. */
export async function bundle(entries: Record<string, string>): Promise<Chunk[]> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      lib: {
        entry: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, root + path])),
        formats: ['es'],
      },
      // Library builds keep white space for bundlers; what pages load has none.
      rolldownOptions: {
        output: { minify: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return outputs
    .flatMap(({ output }) => output)
    .filter((file) => file.type === 'chunk')
    .map(({ fileName, code, isEntry, imports, modules }) => ({
      file: fileName,
      code,
      entry: isEntry,
      imports,
      modules: Object.entries(modules).map(([file, { renderedLength }]) => ({
        file: file.replace(root, '').replace(/^node_modules\//, ''),
        length: renderedLength,
      })),
    }));
}

/** A chunk and all that must be there before it runs. */
export function withImports(chunks: readonly Chunk[], files: readonly string[]): Chunk[] {
  const found = new Set<Chunk>();
  const visit = (file: string): void => {
    const chunk = chunks.find((each) => each.file === file);
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    chunk.imports.forEach(visit);
  };
  files.forEach(visit);
  return [...found];
}
