import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { built, promptPath } from './built.ts';

/** The linter's warnings that are right and change nothing; any other is a failure. */
const explained: Record<string, string> = {
  UNSAFE_VAR_ASSIGNMENT:
    'lit-html makes its templates with innerHTML, once, and what goes in is what we wrote; the policy of the ' +
    "extension's pages lets nothing else make HTML.",
};

const pages = ['guarding', 'options', 'popup', 'prompt'].map((page) => `extension/${page}/index.html`);
const scripts = ['agent.js', 'observer.js', 'prompt-host.js', 'reader.js'];

describe.each(['chromium', 'firefox'] as const)('The build for %s', (target) => {
  const folder = built(target);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    .sort();
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const manifest = JSON.parse(read('manifest.json'));
  const code = files.filter((path) => path.endsWith('.js'));

  test('asks for no site at install, and for what is listed in the design', () => {
    expect(manifest).toMatchObject({
      manifest_version: 3,
      version,
      permissions: [
        'storage',
        'alarms',
        'scripting',
        'activeTab',
        'notifications',
        'contextMenus',
        'webRequest',
      ],
      optional_permissions: ['cookies', 'idle'],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      incognito: 'spanning',
    });
    for (const key of ['host_permissions', 'content_scripts', 'externally_connectable', 'key', 'update_url'])
      expect(manifest).not.toHaveProperty(key);
  });

  test('exposes nothing but the prompt page', () => {
    expect(manifest.web_accessible_resources).toEqual([
      {
        resources: [promptPath],
        matches: ['http://*/*', 'https://*/*'],
        ...(target === 'chromium' ? { use_dynamic_url: true } : {}),
      },
    ]);
  });

  test('runs nothing in its pages but what it brings', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types lit-html");
    expect(policy).not.toMatch(/unsafe|https?:\/\/|\*/);
  });

  test('has every file that the manifest and the pages name', () => {
    const named = JSON.stringify(manifest).match(/[\w./-]+\.(js|html|png|css|json)(?=")/g) ?? [];
    const linked = files
      .filter((path) => path.endsWith('.html'))
      .flatMap((path) => [...read(path).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => [path, link!]))
      .map(([path, link]) => (link!.startsWith('/') ? link!.slice(1) : join(dirname(path!), link!)));
    expect(named).toEqual(expect.arrayContaining([promptPath]));
    expect(files).toEqual(expect.arrayContaining([...named, ...linked, ...pages, ...scripts]));
  });

  test('has no other files: no source maps, no sources', () => {
    const others = files.filter(
      (path) =>
        !/^assets\/[\w.-]+\.(js|css)$|^extension\/icons\/\d+\.png$/.test(path) &&
        !/^locales\/[\w-]+\.json$|^_locales\/\w+\/messages\.json$/.test(path),
    );
    const atRoot = others.filter((path) => /^[\w-]+\.js$/.test(path));
    expect(others.filter((path) => !atRoot.includes(path)).sort()).toEqual(
      ['manifest.json', manifest.storage.managed_schema, ...pages].sort(),
    );
    // `x.js` of each `x.iife.ts`, and the worker's entry.
    const sources = readdirSync(fileURLToPath(new URL('../../extension', import.meta.url)), {
      recursive: true,
      encoding: 'utf8',
    });
    const ofPages = sources.flatMap((path) => /([\w-]+)\.iife\.ts$/.exec(path)?.[1] ?? []);
    expect(atRoot).toEqual([...ofPages.map((name) => `${name}.js`), 'service-worker-loader.js'].sort());
    for (const path of code) expect(read(path), path).not.toContain('sourceMappingURL');
  });

  test('has its texts in every language, and each alone', () => {
    const languages = readdirSync(fileURLToPath(new URL('../../shared/locales', import.meta.url)))
      .filter((name) => name.endsWith('.json'))
      .map((name) => `locales/${name}`);
    expect(files.filter((path) => path.startsWith('locales/'))).toEqual(languages.sort());
    expect(files).toContain(`_locales/${manifest.default_locale}/messages.json`);
    const { plainSignIn } = JSON.parse(read('locales/ja.json')).prompt;
    for (const path of code) expect(read(path), path).not.toContain(plainSignIn);
  });

  test('has a worker that imports nothing late', () => {
    const { service_worker, scripts } = manifest.background;
    const all = new Set<string>([service_worker ?? scripts[0]]);
    for (const path of all)
      for (const [, next] of read(path).matchAll(/\b(?:import|from)\s*["']([^"']+)["']/g))
        all.add(join(dirname(path), next!));
    expect(all.size).toBeGreaterThan(1);
    for (const path of all) expect(read(path), path).not.toMatch(/\bimport\s*\(/);
  });

  test('has scripts for pages that stand alone', () => {
    for (const path of scripts) expect(read(path), path).not.toMatch(/\bimport\s*[({"'*]|\bexport\s*[{*]/);
  });

  test('brings all of its code', () => {
    for (const path of code) {
      expect(read(path), path).not.toMatch(/\beval\s*\(|\bnew Function\b|\bimportScripts\b/);
      expect(read(path), path).not.toMatch(/(?:\bimport|\bfrom)\s*\(?\s*["'`](?:https?:)?\/\//);
    }
    for (const path of pages) expect(read(path), path).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

test('Both builds are the same but for the manifest', () => {
  const contents = (target: string): [string, string][] =>
    readdirSync(built(target), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && each.name !== 'manifest.json')
      .map((each): [string, string] => [
        join(each.parentPath, each.name).slice(built(target).length),
        readFileSync(join(each.parentPath, each.name), 'base64'),
      ])
      .sort();
  expect(contents('firefox')).toEqual(contents('chromium'));
});

test("Mozilla's linter finds no error, and no warning that is not explained here", async () => {
  const program = fileURLToPath(new URL('../../node_modules/web-ext/bin/web-ext.js', import.meta.url));
  const asked = [program, 'lint', '--source-dir', built('firefox'), '--output', 'json'];
  // It fails where there are errors, and says them all the same.
  const { stdout } = await promisify(execFile)(process.execPath, asked).catch(
    (failed: { stdout: string }) => failed,
  );
  const found = JSON.parse(stdout) as Record<'errors' | 'warnings', { code: string; file?: string }[]>;
  expect(found.errors).toEqual([]);
  expect(found.warnings.filter(({ code }) => !(code in explained))).toEqual([]);
  expect(new Set(found.warnings.map(({ code }) => code)).size).toBe(found.warnings.length);
});
