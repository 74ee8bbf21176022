import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentScripts, workerInOneFile } from './one-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'session-guard-build-'));
beforeAll(() => {
  writeFileSync(join(folder, 'late.ts'), `export const late = 'came along';`);
  writeFileSync(join(folder, 'worker.ts'), `import('./late.ts').then(({ late }) => console.log(late));`);
  writeFileSync(join(folder, 'page.iife.ts'), `const greeting: string = 'hello'; console.log(greeting);`);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the late code of a worker comes along, and nothing is imported', async () => {
  const { load } = workerInOneFile('worker.ts') as unknown as {
    load(id: string): Promise<{ code: string } | undefined>;
  };
  const built = await load(join(folder, 'worker.ts'));
  expect(built?.code).toContain('came along');
  expect(built?.code).not.toMatch(/\bimport\b/);
  expect(await load(join(folder, 'late.ts'))).toBeUndefined();
});

test('a script for pages is one function, and leaves no name behind', async () => {
  const emitted: { fileName: string; source: string }[] = [];
  const { generateBundle } = contentScripts(folder) as unknown as { generateBundle(): Promise<void> };
  await generateBundle.call({ emitFile: (file: (typeof emitted)[number]) => emitted.push(file) });
  expect(emitted.map(({ fileName }) => fileName)).toEqual(['page.js']);
  expect(emitted[0]?.source).toMatch(/^\(function\(\)\{[^]*\}\)\(\);\s*$/);
});
