import { readFile } from 'node:fs/promises';
import { untilPhase } from '../prompt.ts';
import type { Attributes } from '../site-pages.ts';
import type { Site } from '../site.ts';
import { visit } from '../story.ts';
import type { Tab } from '../tab.ts';

const imports = {
  axios: '/node_modules/axios/dist/esm/axios.js',
  ky: '/node_modules/ky/distribution/index.js',
  'session-guard/fetch': '/dist/lib/component/guard-fetch.js',
};

/** A page with the element, the library and the recipe's own file; what that exports is `window.recipe`. */
export async function visitWith(recipe: string, tab: Tab, site: Site, attributes: Attributes): Promise<void> {
  await openBare(tab, site, attributes);
  await load(tab, '/dist/standalone.js');
  await untilPhase(tab, 'active');
  await loadRecipe(tab, site, recipe);
}

/** No script yet. */
export async function openBare(tab: Tab, site: Site, attributes: Attributes): Promise<void> {
  await visit(tab, site.page(attributes, { element: 'none' }));
  await tab.page.addScriptTag({ type: 'importmap', content: JSON.stringify({ imports }) });
}

/** A text, so that nothing of our own build touches the `import`. */
export async function load(tab: Tab, path: string): Promise<void> {
  await tab.page.evaluate(`import('${path}').then((loaded) => { window.recipe = loaded })`);
}

export async function loadRecipe(tab: Tab, site: Site, name: string): Promise<void> {
  if (name === 'htmx') await tab.page.addScriptTag({ url: '/node_modules/htmx.org/dist/htmx.js' });
  const body = await readFile(new URL(`../../docs/recipes/${name}.js`, import.meta.url), 'utf8');
  site.answer(`/recipes/${name}.js`, { headers: { 'Content-Type': 'text/javascript' }, body });
  await load(tab, `/recipes/${name}.js`);
}
