import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const folder = 'shared/locales';

/** What browsers call a language otherwise than by its tag: some by where it is spoken. */
const browserNames: Record<string, string[]> = {
  pt: ['pt_BR', 'pt_PT'],
  'zh-Hans': ['zh_CN'],
  'zh-Hant': ['zh_TW'],
};

/** The tags of all languages. */
export const tags = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

const readLocale = (tag: string): { manifest: Record<string, string> } =>
  JSON.parse(readFileSync(`${folder}/${tag}.json`, 'utf8'));

/** What the manifest says, as browsers want it: by folder of `_locales`. */
export const messageFiles = (): [folder: string, messages: object][] =>
  tags.flatMap((tag) => {
    const messages = Object.fromEntries(
      Object.entries(readLocale(tag).manifest).map(([name, message]) => [name, { message }]),
    );
    return (browserNames[tag] ?? [tag]).map((name): [string, object] => [name, messages]);
  });

/** Code that imports the address of a language's file gets the same one in pages and worker. */
export const localeAddresses: Plugin = {
  name: 'locale-addresses',
  enforce: 'pre',
  load(id) {
    const [, tag] = /\/shared\/locales\/([\w-]+)\.json\?url$/.exec(id) ?? [];
    return tag && `export default ${JSON.stringify(`/locales/${tag}.json`)};`;
  },
};

/** Each language in a file of its own, and what the browser itself shows of us. */
export const localeFiles: Plugin = {
  name: 'locale-files',
  generateBundle() {
    const emit = (fileName: string, content: object) =>
      this.emitFile({ type: 'asset', fileName, source: JSON.stringify(content) });
    for (const tag of tags) emit(`locales/${tag}.json`, readLocale(tag));
    for (const [name, messages] of messageFiles()) emit(`_locales/${name}/messages.json`, messages);
  },
};
