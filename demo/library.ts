import { existsSync } from 'node:fs';
import { Hono } from 'hono';
import { staticFile } from './static-files.ts';

export const missingBuild = 'session-guard is not built yet. Run "npm run build", then reload.';

/** The built element, where the pages find it. Asked anew each time: a build may finish while we run. */
export function isBuilt(dist: URL): boolean {
  return ['standalone.js', 'lib/component/guard-fetch.js'].every((file) => existsSync(new URL(file, dist)));
}

/** `/session-guard/standalone.js`, what lies beside it, and `/session-guard/lib/…`, as `npm run build` left them. */
export function libraryRoutes(dist: URL): Hono {
  const library = new Hono();
  library.get('/*', async (c) => {
    const path = c.req.path.replace(/^\/session-guard\//, '');
    const file = /^(lib\/|locales\/|standalone\.js|theme\.js|theme-editor\.js)/.test(path)
      ? await staticFile(dist, path)
      : undefined;
    return file ?? c.text(isBuilt(dist) ? 'Not found.' : missingBuild, 404);
  });
  return library;
}
