import { fill } from '../../pages/texts.ts';
import { asItComes } from '../../themes/choice.ts';
import type { Scene } from '../scene.ts';
import { themeWords } from './words.ts';

/** Themes to choose from, by name; one that is chosen and not here is among them. */
export function themeNames({ themes, words }: Scene, chosen: string, first: string): Record<string, string> {
  const said = themeWords(words);
  const all = themes.entries().filter(({ kind }) => kind !== 'organisation');
  const named = Object.fromEntries(all.map(({ id, name }) => [id, name]));
  const isMissing = chosen !== asItComes && !Object.hasOwn(named, chosen);
  return {
    [asItComes]: first,
    ...named,
    ...(isMissing && { [chosen]: fill(said.missing, { name: chosen }) }),
  };
}

export const nameOfTheme = (scene: Scene, id: string): string =>
  themeNames(scene, id, themeWords(scene.words).default)[id]!;
