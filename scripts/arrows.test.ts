import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const eslint = new ESLint();

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map(({ message }) => message);
}

it.each([
  ['shared/x.ts', "import '../component/define.ts';"],
  ['shared/x.ts', "import '../../extension/background.ts';"],
  ['shared/x.ts', "import 'lit/html.js';"],
  ['component/x.ts', "import '../extension/background.ts';"],
  ['component/x.ts', "import '../demo/start.ts';"],
  ['component/prompt/x.ts', "import '../../e2e/browser.ts';"],
  ['extension/x.ts', "import '../demo/start.ts';"],
])('an arrow that points outwards is an error: %s with %s', async (file, code) => {
  expect((await complaints(file, code)).join()).toContain('Arrows point only');
});

it.each([
  ['component/x.ts', "import '../shared/core.ts';"],
  ['extension/x.ts', "import '../component/prompt/prompt.ts';\nimport '../shared/core.ts';"],
])('an arrow that points inwards is none: %s', async (file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});

it.each(['Date.now()', 'new Date()', 'performance.now()', 'setTimeout(() => {}, 1)'])(
  'time is read through the ports only: %s',
  async (code) => {
    for (const file of ['shared/x.ts', 'component/x.ts', 'extension/x.ts'])
      expect((await complaints(file, `export const x = ${code};`)).join()).toContain(
        'Time comes through the ports',
      );
    expect(await complaints('component/page-ports.ts', `export const x = ${code};`)).toEqual([]);
  },
);
