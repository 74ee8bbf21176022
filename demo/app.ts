import { Hono } from 'hono';
import { arcpRoutes } from './arcp/routes.ts';
import { libraryRoutes } from './library.ts';
import { messagePage } from './pages/message-page.ts';
import { startPage } from './pages/start-page.ts';
import { securityHeaders } from './security-headers.ts';
import { staticFile } from './static-files.ts';

const publicFolder = new URL('public/', import.meta.url);

export interface AppOptions {
  now: () => number;
  /** Where `npm run build` puts its files. */
  dist: URL;
  slowBy: number;
}

/** The start page, the built element and the demo systems, under one roof. */
export function createApp({ now, dist, slowBy }: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders(now));
  app.get('/', (c) => c.html(startPage()));
  app.get('/assets/:name', async (c) => {
    return (await staticFile(publicFolder, c.req.param('name'))) ?? c.text('Not found.', 404);
  });
  app.route('/session-guard', libraryRoutes(dist));
  app.get('/arcp', (c) => c.redirect('/arcp/'));
  app.route('/arcp/', arcpRoutes({ now, dist, slowBy }));
  app.notFound((c) => c.html(messagePage('Nothing here', 'This demo has no page at this address.'), 404));
  app.onError((error, c) => {
    console.error(error);
    return c.html(messagePage('This demo broke', 'The terminal it runs in says why.'), 500);
  });
  return app;
}
