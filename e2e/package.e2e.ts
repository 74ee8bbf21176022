import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { attributes } from '../component/attributes.ts';

const run = promisify(execFile);
const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const { exports } = JSON.parse(read('package.json')) as {
  exports: Record<string, string | Record<string, string>>;
};

describe('The built package', () => {
  it.each(Object.entries(exports))('has what it exports as %s', (_, target) => {
    for (const file of typeof target === 'string' ? [target] : Object.values(target))
      expect(existsSync(new URL(file, root)), file).toBe(true);
  });

  it('can be imported on a server, where it defines nothing and asks nothing', async () => {
    const script = `
      await import('session-guard');
      const { SessionGuard } = await import('session-guard/element');
      const { guardFetch } = await import('session-guard/fetch');
      const { createGuard, readMoment, readSession, readEnding } = await import('session-guard/core');
      console.log([SessionGuard, guardFetch, createGuard, readMoment, readSession, readEnding].map((each) => typeof each).join());`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
    expect(stdout.trim()).toBe(Array(6).fill('function').join());
  });

  it('has types that a strict project can use', async () => {
    const consumer = `
      import { SessionGuard } from 'session-guard/element';
      import { createGuard, readMoment, type Ports } from 'session-guard/core';
      import { guardFetch } from 'session-guard/fetch';
      const guard: SessionGuard = document.querySelector('session-guard')!;
      guard.warnBefore = '2m';
      const wrapped: typeof fetch = guardFetch(fetch, guard);
      const ports: Ports = null!;
      const { phase } = createGuard({ sessionUrl: '/x' }, ports).status();
      const end: number | undefined = readMoment('x', { now: 0 }).at;
      export { wrapped, phase, end };`;
    const { default: ts } = await import('typescript');
    const file = new URL('e2e/consumer.ts', root).pathname;
    const options = {
      strict: true,
      noEmit: true,
      types: [],
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.fileExists = (name) => name === file || fileExists(name);
    host.readFile = (name) => (name === file ? consumer : readFile(name));
    host.getSourceFile = (name, language) =>
      name === file ? ts.createSourceFile(name, consumer, language) : getSourceFile(name, language);
    const problems = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\\n'))).toEqual(
      [],
    );
  });

  it('holds no machine path and no Lit of its own but in the one-file build', () => {
    expect(read('dist/standalone.js')).toContain('createPolicy(`session-guard`');
    expect(read('dist/standalone.js')).not.toContain('lit-html`,{createHTML');
    expect(read('dist/lib/component/session-guard.js')).toContain('from "@lit/reactive-element"');
  });

  it('describes every attribute in custom-elements.json', () => {
    const { modules } = JSON.parse(read('custom-elements.json')) as {
      modules: { declarations: { tagName?: string; attributes?: { name: string }[] }[] }[];
    };
    const element = modules
      .flatMap((each) => each.declarations)
      .find((each) => each.tagName === 'session-guard');
    const told = element?.attributes?.map(({ name }) => name).sort();
    expect(told).toEqual([...attributes, 'phase', 'ends-at'].sort());
  });
});
