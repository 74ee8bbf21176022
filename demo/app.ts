import { Hono } from 'hono';
import { assetRoutes } from './asset-routes.ts';
import { libraryRoutes } from './library.ts';
import { messagePage } from './pages/message-page.ts';
import { startPage } from './pages/start-page.ts';
import { hasFrames, isFramed, playgroundRoutes } from './playground/site/routes.ts';
import { securityHeaders } from './security-headers.ts';
import type { SystemOptions } from './system.ts';
import { systems } from './systems.ts';

const assets = new URL('assets/', import.meta.url);

/** The start page, the built element and the demo systems, under one roof. */
export function createApp(options: SystemOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders(options.now, [], { hasFrames, isFramed }));
  app.get('/', (c) => c.html(startPage(systems, options.identity.origin)));
  app.route('/assets', assetRoutes(assets));
  app.route('/session-guard', libraryRoutes(options.dist));
  app.get('/playground', (c) => c.redirect('/playground/'));
  app.route('/playground/', playgroundRoutes());
  for (const { id, routes } of systems) {
    app.get(`/${id}`, (c) => c.redirect(`/${id}/`));
    app.route(`/${id}/`, routes(options));
  }
  app.notFound((c) => c.html(messagePage('Nothing here', 'This demo has no page at this address.'), 404));
  app.onError((error, c) => {
    console.error(error);
    return c.html(messagePage('This demo broke', 'The terminal it runs in says why.'), 500);
  });
  return app;
}
