import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import { address, anyPointer, duration, glob, matchPattern } from './fields.ts';
import { profileDocument } from './profile.ts';

export const file = fileURLToPath(new URL('profile.schema.json', import.meta.url));

/** The schema for editors. It tells shapes; what members need of each other only `readProfiles` knows. */
export async function schemaText(): Promise<string> {
  const schema = toJsonSchema(profileDocument, {
    typeMode: 'input',
    target: 'draft-2020-12',
    errorMode: 'ignore', // Checks of our own have no form in JSON Schema.
    definitions: { address, duration, glob, matchPattern, pointer: anyPointer },
  });
  const told = { title: 'Site profiles of session-guard', ...schema };
  return format(JSON.stringify(told), { ...(await resolveConfig(file)), parser: 'json' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(file, await schemaText());
