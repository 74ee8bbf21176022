import { Hono } from 'hono';
import { staticFile } from '../../static-files.ts';
import { readChoices, readTheme } from './choices.ts';
import { page } from './page.ts';
import { playgroundScripts } from './scripts.ts';
import { signInPage } from './sign-in-page.ts';
import { stagePage } from './stage-page.ts';

const folder = new URL('../', import.meta.url);
// By its place: asked by name, a runner of tests would give the development build.
const lit = new URL('../../../node_modules/lit-html/', import.meta.url);

/** One page to set everything; what it shows runs in frames of the same origin. */
export function playgroundRoutes(): Hono {
  const app = new Hono();
  const scripts = playgroundScripts(folder);
  app.get('/', (c) => c.html(page()));
  app.get('/stage', (c) => c.html(stagePage()));
  app.get('/signin', (c) => c.html(signInPage()));
  app.get('/choices.json', async (c) => c.json(await readChoices()));
  app.get('/themes/:id', async (c) => {
    const theme = await readTheme(c.req.param('id').replace(/\.json$/, ''));
    return theme === undefined ? c.text('Not found.', 404) : c.json(theme);
  });
  app.get('/lit-html/*', async (c) => {
    const path = c.req.path.replace(/^\/playground\/lit-html\//, '');
    return (await staticFile(lit, path)) ?? c.text('Not found.', 404);
  });
  app.get('/:name', async (c) => {
    const name = c.req.param('name');
    const script = await scripts(name);
    if (script !== undefined)
      return c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
    return (await staticFile(folder, name)) ?? c.text('Not found.', 404);
  });
  return app;
}

/** Pages that the playground shows in a frame. */
export const isFramed = (path: string): boolean => /^\/playground\/(stage|signin)$/.test(path);

/** The page that has frames. */
export const hasFrames = (path: string): boolean => path === '/playground/';
