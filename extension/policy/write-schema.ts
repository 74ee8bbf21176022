import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { members } from './members.ts';

export const file = fileURLToPath(new URL('policy.schema.json', import.meta.url));

/**
 * The schema by which Chromium takes a policy from the system. It knows one type for each member, and hands on nothing
 * that it does not name or that breaks it, without a word to us: so it says types, and `readPolicy` says the rest.
 */
export async function schemaText(): Promise<string> {
  const properties = Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      {
        type: 'asText' in member ? 'string' : member.type,
        ...(name === 'locks' && { items: { type: 'string' } }),
        ...(member.type === 'object' && 'read' in member && { properties: texts(member.read) }),
        description: member.about,
      },
    ]),
  );
  const schema = { type: 'object', properties };
  return format(JSON.stringify(schema), { ...(await resolveConfig(file)), parser: 'json' });
}

const texts = (parts: object) =>
  Object.fromEntries(Object.keys(parts).map((name) => [name, { type: 'string' }]));

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(file, await schemaText());
