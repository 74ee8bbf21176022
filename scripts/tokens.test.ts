import { expect, it } from 'vitest';
import { contrastProblems } from '../shared/theme/contrast.ts';
import { readTheme } from '../shared/theme/read-theme.ts';
import { png } from '../shared/theme/testing/example.ts';
import { files, saved, textOf } from './tokens.ts';

it.each(files)('%s is as shared/theme has it (else: npm run tokens)', async (file) =>
  expect(await saved(file)).toBe(await textOf(file)),
);

it('the example in docs/themes.md is right, and easy to read', async () => {
  const [, json] = /```json\n([^]*?)```/.exec(await saved('docs/themes.md'))!;
  const { theme, problems, warnings } = readTheme(json!.replaceAll('data:image/png;base64,…', png));
  expect([problems, warnings, contrastProblems(theme!)]).toEqual([undefined, [], []]);
});
