import { defineConfig, type UserConfig } from 'vite';

// One target per run: `vite build --mode lib | standalone`. The extension's two targets join here.
const targets: Record<string, UserConfig> = {
  // Unbundled ES modules for npm: the site's own bundler sees every file, and Lit stays one copy.
  lib: {
    build: {
      outDir: 'dist/lib',
      minify: false,
      lib: {
        entry: [
          'component/define.ts',
          'component/session-guard.ts',
          'component/guard-fetch.ts',
          'shared/core.ts',
        ],
        formats: ['es'],
      },
      rolldownOptions: {
        external: [/^lit($|\/)/, /^@lit\//],
        output: { preserveModules: true, preserveModulesRoot: '.', entryFileNames: '[name].js' },
      },
    },
  },
  // Everything in one file, for a script tag.
  standalone: {
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      lib: { entry: 'component/define.ts', formats: ['es'], fileName: () => 'standalone.js' },
      // Library builds keep white space for bundlers; this one goes to browsers as it is.
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
    plugins: [
      {
        // A page may hold a second Lit: the one-file build brings its own Trusted Types policy name.
        name: 'own-trusted-types-policy',
        enforce: 'pre',
        transform(code, id) {
          if (!id.includes('lit-html')) return;
          return {
            code: code.replace(/createPolicy\((['"])lit-html\1/, "createPolicy('session-guard'"),
            map: null,
          };
        },
      },
    ],
  },
};

export default defineConfig(({ mode }) => {
  const target = targets[mode];
  if (!target) throw new Error(`vite build --mode ${Object.keys(targets).join(' | ')} (found: ${mode})`);
  // The style sheet has its own fallback for browsers without light-dark(); lowering it would break that.
  const build = { target: 'es2022', cssTarget: ['chrome123', 'firefox120', 'safari17.5'], ...target.build };
  return { publicDir: false, ...target, build };
});
