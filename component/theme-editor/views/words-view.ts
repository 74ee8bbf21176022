import { html, nothing } from 'lit/html.js';
import { prompt as english } from '../../../shared/locales/en.json';
import type { Desk } from '../desk.ts';
import { describe, ownAt, setOwn } from '../edits.ts';
import { counted, languageName } from '../words.ts';
import { choose, textControl } from './controls.ts';

/** Each text of the prompt by its place: `reasons.idle`. */
const places: readonly (readonly string[])[] = Object.entries(english).flatMap(([name, text]) =>
  typeof text === 'string' ? [[name]] : Object.keys(text).map((inner) => [name, inner]),
);

const textAt = (texts: object, path: readonly string[]): string => {
  const found = path.reduce<unknown>((at, name) => Object(at)[name] as unknown, texts);
  return typeof found === 'string' ? found : '';
};

/** The prompt's texts in one language, each beside ours. */
export function wordsView(desk: Desk): unknown {
  const { words, tag, file, ui, set, languages, spoken, change } = desk;
  const own = ownAt(file, ['texts']);
  const written = Object.keys(Object(own));
  const tags = [...new Set([...written, ...languages])].sort((one, other) =>
    languageName(tag, one).localeCompare(languageName(tag, other), tag),
  );
  const here = Object(own)[ui.textsOf] as object | undefined;
  const count = places.filter((path) => textAt(here ?? {}, path)).length;
  return html`<p class="hint">${words.textsText}</p>
    ${choose(
      'texts-of',
      words.textsOf,
      tags.map((each) => [each, languageName(tag, each) + (written.includes(each) ? ' •' : '')] as const),
      ui.textsOf,
      (textsOf) => set({ textsOf }),
    )}
    <p class="line">
      <span class="muted small">${counted(tag, words.textsSet, count)}</span>
      ${
        count
          ? html`<button @click=${() => change(setOwn(file, ['texts', ui.textsOf], undefined))}>
              ${words.textsClear}
            </button>`
          : nothing
      }
    </p>
    ${places
      // What stands between sentences is no text of anybody's.
      .filter(([name]) => name !== 'between')
      .map((path) => {
        const usual = textAt(spoken.texts, path);
        return textControl(desk, {
          id: `text-${ui.textsOf}-${path.join('-')}`,
          label: usual,
          value: textAt(here ?? {}, path),
          placeholder: usual,
          lang: ui.textsOf,
          dir: spoken.direction,
          put: (text, of, typed) =>
            desk.change(setOwn(desk.file, ['texts', ui.textsOf, ...path], text || undefined), of, typed),
        });
      })}`;
}

export function aboutView(desk: Desk): unknown {
  const { words, file, change } = desk;
  const description = file.$description;
  return html`${textControl(desk, {
    id: 'name',
    label: words.name,
    value: String(ownAt(file, ['name']) ?? ''),
    put: (name, of, typed) => change(setOwn(desk.file, ['name'], name || undefined), of, typed),
  })}
  ${textControl(desk, {
    id: 'description',
    label: words.description,
    value: typeof description === 'string' ? description : '',
    lines: 3,
    put: (text, of, typed) => change(describe(desk.file, text), of, typed),
  })}`;
}
