import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const folder = 'shared/locales';
const tags = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'en.json')
  .map((name) => name.slice(0, -'.json'.length));

/** For a build in one file: the languages that are not inside lie beside it, each to be fetched when it is needed. */
export const localesBeside: Plugin = {
  name: 'locales-beside',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith('/component/prompt/locales.ts')) return;
    return `
      const load = (tag) => () => import(/* @vite-ignore */ './locales/' + tag + '.js').then(({ prompt }) => prompt);
      export const locales = Object.fromEntries('${tags.join(' ')}'.split(' ').map((tag) => [tag, load(tag)]));`;
  },
  generateBundle() {
    for (const tag of tags) {
      const { prompt } = JSON.parse(readFileSync(`${folder}/${tag}.json`, 'utf8')) as { prompt: object };
      const source = `export const prompt=${JSON.stringify(prompt)}\n`;
      this.emitFile({ type: 'asset', fileName: `locales/${tag}.js`, source });
    }
  },
};
