const files = import.meta.glob<object>('../../shared/themes/*.json', { import: 'default' });

const loaders = new Map(
  Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.json$/g, ''), load]),
);

/** Those that come with the extension, by the name of their file; each is fetched when it is needed. */
export const builtInIds: readonly string[] = [...loaders.keys()];

export const isBuiltIn = (id: string): boolean => loaders.has(id);

export const loadBuiltIn = (id: string): Promise<object> | undefined => loaders.get(id)?.();
