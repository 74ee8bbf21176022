import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'vite';
import { localeAddresses } from './locales.ts';

/** Everything that `entry` imports, at once or late, in one file. */
async function bundle(entry: string, format: 'es' | 'iife'): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [localeAddresses],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      // Vite asks for a name in case the script exports something; none does.
      lib: { entry, formats: [format], name: 'unused' },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const [chunk, ...others] = outputs;
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error(`${entry} does not fit into one file.`);
  return chunk.code;
}

/** A worker may not `import()`: its late code comes along, and it shares no file with the pages. */
export function workerInOneFile(entry: string): Plugin {
  return {
    name: 'worker-in-one-file',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(`/${entry}`)) return;
      return { code: await bundle(id, 'es'), map: null, moduleType: 'js' };
    },
  };
}

/**
 * Each `x.iife.ts` goes into pages: whole, as `x.js`. Were they built by crxjs, it would let every page load them,
 * and so find out who has the extension.
 */
export function contentScripts(folder: string): Plugin {
  return {
    name: 'content-scripts',
    async generateBundle() {
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const [fileName] = basename(path).split('.iife.ts', 1);
        if (path.endsWith('.iife.ts'))
          this.emitFile({
            type: 'asset',
            fileName: `${fileName}.js`,
            source: await bundle(join(folder, path), 'iife'),
          });
      }
    },
  };
}
