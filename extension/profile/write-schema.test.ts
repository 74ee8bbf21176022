import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { file, schemaText } from './write-schema.ts';

it('profile.schema.json is as write-schema.ts writes it', async () =>
  expect(await readFile(file, 'utf8')).toBe(await schemaText()));

it('tells editors what members mean', async () => {
  const { $schema, properties } = JSON.parse(await schemaText());
  expect($schema).toContain('2020-12');
  const { signs, keepFresh } = properties.sites.items.properties;
  expect(signs.items.properties.means).toMatchObject({
    enum: expect.arrayContaining(['ended']),
    description: expect.stringContaining('counted'),
  });
  expect(keepFresh.description).toMatch(/Off until/);
});
