import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { localeAddresses, localeFiles } from './extension/build/locales.ts';
import { manifestFor, type Target } from './extension/build/manifest.ts';
import { contentScripts, workerInOneFile } from './extension/build/one-file.ts';
import { policySchema } from './extension/build/policy-schema.ts';
import { localesBeside } from './scripts/locales-beside.ts';

/** A page may hold a second Lit: a one-file build brings its own Trusted Types policy name. */
const ownTrustedTypesPolicy: Plugin = {
  name: 'own-trusted-types-policy',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('lit-html')) return;
    return {
      code: code.replace(/createPolicy\((['"])lit-html\1/, "createPolicy('session-guard'"),
      map: null,
    };
  },
};

// One target per run: `vite build --mode lib | standalone | theme | editor | command | chromium | firefox`.
const targets: Record<string, () => UserConfig> = {
  // Unbundled ES modules for npm: the site's own bundler sees every file, and Lit stays one copy.
  lib: () => ({
    build: {
      outDir: 'dist/lib',
      minify: false,
      lib: {
        entry: [
          'component/define.ts',
          'component/session-guard.ts',
          'component/guard-fetch.ts',
          'component/theme/theme.ts',
          'shared/core.ts',
        ],
        formats: ['es'],
      },
      rolldownOptions: {
        external: [/^lit($|\/)/, /^@lit\//, /^culori\//],
        output: { preserveModules: true, preserveModulesRoot: '.', entryFileNames: '[name].js' },
      },
    },
  }),
  // Everything in one file, for a script tag.
  standalone: () => ({
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      lib: { entry: 'component/define.ts', formats: ['es'], fileName: () => 'standalone.js' },
      // Library builds keep white space for bundlers; this one goes to browsers as it is.
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
    plugins: [localesBeside, ownTrustedTypesPolicy],
  }),
  // Themes beside it.
  theme: () => ({
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      lib: { entry: 'component/theme/theme.ts', formats: ['es'], fileName: () => 'theme.js' },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  }),
  // The editor of themes, with its pictures of the prompt.
  editor: () => ({
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      lib: {
        entry: 'component/theme-editor/define.ts',
        formats: ['es'],
        fileName: () => 'theme-editor.js',
      },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
    plugins: [localesBeside, ownTrustedTypesPolicy],
  }),
  // `npx session-guard`, for Node.
  command: () => ({
    ssr: { noExternal: true },
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      ssr: 'component/theme/bin.ts',
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'command.js' } },
    },
  }),
  chromium: () => extension('chromium'),
  firefox: () => extension('firefox'),
};

/** The folder that a browser loads. */
function extension(target: Target): UserConfig {
  return {
    plugins: [
      workerInOneFile('extension/background/background.ts'),
      contentScripts('extension'),
      localeAddresses,
      localeFiles,
      policySchema,
      crx({ manifest: manifestFor(target), browser: target === 'firefox' ? 'firefox' : 'chrome' }),
    ],
    build: {
      outDir: `dist/${target}`,
      modulePreload: false,
      // The manifest names the other pages.
      rolldownOptions: {
        input: { prompt: 'extension/prompt/index.html', guarding: 'extension/guarding/index.html' },
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const target = targets[mode]?.();
  if (!target) throw new Error(`vite build --mode ${Object.keys(targets).join(' | ')} (found: ${mode})`);
  // The style sheet has its own fallback for browsers without light-dark(); lowering it would break that.
  const build = { target: 'es2022', cssTarget: ['chrome123', 'firefox120', 'safari17.5'], ...target.build };
  return { publicDir: false, ...target, build };
});
