import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

const here = new URL('.', import.meta.url);
const files = (await readdir(here)).filter((name) => name.endsWith('.js'));

describe('The document of the recipes', () => {
  test.each(files)('quotes %s as it is', async (name) => {
    const document = await readFile(new URL('README.md', here), 'utf8');
    const code = await readFile(new URL(name, here), 'utf8');
    expect(document).toContain(`[\`${name}\`](${name})`);
    expect(document).toContain(`\`\`\`js\n${code}\`\`\`\n`);
  });
});
