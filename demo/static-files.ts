import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/** A file below `folder` as a reply; `undefined` for what is not there, not served, or outside. */
export async function staticFile(folder: URL, path: string): Promise<Response | undefined> {
  const type = types[extname(path)];
  if (!type || !/^[\w-]+([./][\w-]+)*$/.test(path)) return undefined;
  const body = await readFile(new URL(path, folder)).catch(() => undefined);
  return body && new Response(new Uint8Array(body), { headers: { 'Content-Type': type } });
}
