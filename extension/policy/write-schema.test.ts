import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { memberNames } from './members.ts';
import { file, schemaText } from './write-schema.ts';

it('policy.schema.json is as write-schema.ts writes it', async () =>
  expect(await readFile(file, 'utf8')).toBe(await schemaText()));

it('says of each member one type, and nothing that Chromium does not take', async () => {
  const { type, properties, ...rest } = JSON.parse(await schemaText());
  expect([type, rest]).toEqual(['object', {}]);
  expect(Object.keys(properties)).toEqual(memberNames);
  for (const [name, member] of Object.entries<Record<string, unknown>>(properties)) {
    expect(typeof member.type, name).toBe('string');
    expect(['type', 'items', 'properties', 'description'], name).toEqual(
      expect.arrayContaining(Object.keys(member)),
    );
    // A list without a type of its items is no schema for Chromium, and the extension does not load.
    expect('items' in member, name).toBe(member.type === 'array');
    // Of an object only what is named comes through.
    expect('properties' in member, name).toBe(member.type === 'object');
  }
});
