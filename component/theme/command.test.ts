import { expect, it } from 'vitest';
import { example, srgb } from '../../shared/theme/testing/example.ts';
import { run } from './command.ts';

async function ran(words: string[], file: unknown = example()) {
  const said = { out: '', told: [] as string[], read: '' };
  const code = await run(words, {
    read: (name) => {
      said.read = name;
      return file instanceof Error ? Promise.reject(file) : Promise.resolve(JSON.stringify(file));
    },
    out: (text) => void (said.out += text),
    tell: (line) => void said.told.push(line),
  });
  return { code, ...said };
}

it('writes the style, and tells what needs more than a style', async () => {
  const { code, out, told } = await ran(['theme', 'theme.json']);
  expect(code).toBe(0);
  expect(out).toContain('--session-guard-radius: 0.5rem;');
  expect(told.at(-1)).toMatch(/^theme.json: warning: texts and logo .* applyTheme/);
});

it('reads what is piped in, and takes a selector', async () => {
  const { read, out } = await ran(['theme', '-', '--selector', '.app']);
  expect([read, out.startsWith('.app {')]).toEqual(['-', true]);
});

it('warns of what is hard to read', async () => {
  const { code, told } = await ran(['theme', 'a'], { both: { text: { $value: srgb(0.5, 0.5, 0.5) } } });
  expect([code, told[0]]).toEqual([
    0,
    'a: warning: light.text: low-contrast (found: 3.97:1 against surface) expected: at least 4.5:1',
  ]);
});

it('refuses with the path, and writes nothing', async () => {
  const { code, out, told } = await ran(['theme', 'a'], { light: { acent: {} } });
  expect([code, out]).toEqual([1, '']);
  expect(told).toEqual(['a: light.acent: unknown-token expected: "accent", or another known name']);
});

it.each([
  ['a file that is not there', ['theme', 'a'], new Error('no such file')],
  ['a selector that is none', ['theme', 'a', '--selector', '{}'], example()],
])('fails for %s', async (_, words, file) =>
  expect(await ran(words, file)).toMatchObject({ code: 1, out: '' }),
);

it.each([[], ['theme'], ['paint', 'a'], ['theme', 'a', 'b'], ['theme', 'a', '--colour']])(
  'tells how it is used: %j',
  async (...words) => {
    const { code, told, out } = await ran(words.flat());
    expect([code, out, told[0]!.startsWith('Usage:')]).toEqual([2, '', true]);
  },
);

it('helps', async () => {
  const { code, out, told } = await ran(['--help']);
  expect([code, told, out.startsWith('Usage:')]).toEqual([0, [], true]);
});
