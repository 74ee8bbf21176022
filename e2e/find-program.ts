import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Program {
  title: string;
  /** What it is called on the path, the likeliest first. */
  names: string[];
  /** The environment variable that can name another. */
  variable: string;
  /** What Debian calls it. */
  packages: string[];
}

export function findProgram({ title, names, variable, packages }: Program): string {
  const given = process.env[variable];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = given ? [given] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = candidates.find(isExecutable);
  if (found) return found;
  throw new Error(
    given
      ? `${variable} names "${given}", which is not a program that can be run.`
      : `No ${title} found (looked for ${names.join(', ')}). Install one, for example with ` +
          `"apt-get install ${packages[0]}", or name one in the environment variable ${variable}.`,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
