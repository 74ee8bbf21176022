import { Hono } from 'hono';
import { browserScripts } from './browser-scripts.ts';
import { staticFile } from './static-files.ts';

/**
 * A folder of browser scripts, styles and pictures. It is named as its address is, so that a script finds
 * another one, also in the shared folder, by the same relative path on disk and in the browser.
 */
export function assetRoutes(folder: URL): Hono {
  const assets = new Hono();
  const scripts = browserScripts(folder);
  assets.get('/:name', async (c) => {
    const name = c.req.param('name');
    const script = await scripts(name);
    if (script !== undefined)
      return c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
    return (await staticFile(folder, name)) ?? c.text('Not found.', 404);
  });
  return assets;
}
