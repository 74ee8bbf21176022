/** What the page knows of an attribute, read from the manifest that the build writes for editors. */
export interface Setting {
  name: string;
  kind: 'flag' | 'choice' | 'text' | 'number';
  options: string[];
  /** One line; may hold code between backticks. */
  about: string;
  byDefault?: string;
}

interface Manifest {
  modules: {
    declarations: {
      tagName?: string;
      attributes?: { name: string; description?: string; type?: { text: string } }[];
    }[];
  }[];
}

/** Every attribute that a site sets: one that is new in the element's own docs is new here. */
export function readManifest(manifest: Manifest): Setting[] {
  const declarations = manifest.modules.flatMap(({ declarations }) => declarations);
  const element = declarations.find(({ tagName }) => tagName === 'session-guard');
  return (element?.attributes ?? [])
    .filter(({ description = '' }) => !description.startsWith('Reflected'))
    .map(({ name, description = '', type }) => {
      const [about = '', byDefault] = description.split(/(?:^|\s)Default: /);
      const options = [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, option = '']) => option);
      return {
        name,
        kind: options.length
          ? 'choice'
          : type?.text === 'boolean'
            ? 'flag'
            : type?.text === 'number'
              ? 'number'
              : 'text',
        options,
        about: about.trim(),
        byDefault: byDefault?.replace(/\.$/, '').replace(/`/g, ''),
      };
    });
}

const groups: readonly (readonly [title: string, names: readonly string[]])[] = [
  ['Asking the server', ['session-url', 'expires-at-path', 'expires-at-unit', 'ended-statuses', 'no-expiry']],
  ['Staying signed in', ['renew-url', 'renew-method', 'renew-path', 'renew-by', 'keep-fresh', 'csrf-*']],
  ['Signing in and out', ['sign-in-*', 'return-*', 'sign-out-url', 'restart-url']],
  ['What people see', ['warn-before', 'notice-before', 'on-expire', 'title-countdown', 'headless']],
  ['What the page states', ['expires-*', 'absolute-expires-at', 'idle-timeout']],
  ['Whose session, whose work', ['subject', 'session-name', 'protect-drafts', 'observe-origins']],
];

const fits = (pattern: string, name: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;

/** In the order in which one integrates; what no group names comes last. */
export function grouped(settings: readonly Setting[]): { title: string; settings: Setting[] }[] {
  const left = new Set(settings);
  const found = groups.map(([title, patterns]) => {
    const members = patterns.flatMap((pattern) => [...left].filter(({ name }) => fits(pattern, name)));
    const unique = [...new Set(members)];
    for (const each of unique) left.delete(each);
    return { title, settings: unique };
  });
  return [...found, { title: 'More', settings: [...left] }].filter(({ settings }) => settings.length);
}
