import { browserScripts } from '../../browser-scripts.ts';

const lit = /(\bfrom\s+['"])lit\/(html\.js|directives\/[\w-]+\.js)(['"])/g;

/** The page's scripts; what they take from Lit they find at an address of this page's. */
export function playgroundScripts(folder: URL): (name: string) => Promise<string | undefined> {
  const scripts = browserScripts(folder);
  return async (name) =>
    (await scripts(name))?.replace(
      lit,
      (_, from: string, file: string, end: string) =>
        `${from}/playground/lit-html/${file === 'html.js' ? 'lit-html.js' : file}${end}`,
    );
}
