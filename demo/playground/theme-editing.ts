import { byId } from '../assets/dom.ts';
import type * as Editing from '../../component/theme-editor/define.ts';

/** `npm run build` makes it; the page asks for it when somebody wants to edit. */
const editorModule: string = '/session-guard/theme-editor.js';

/** The editor of themes, over the page. Whatever is changed in it is on the stage behind it at once. */
export function createThemeEditing(worn: (text: string) => void) {
  const dialog = byId<HTMLDialogElement>('theme-editing');
  let made: Promise<Editing.ThemeEditor> | undefined;

  async function make(): Promise<Editing.ThemeEditor> {
    const { editorTag, languages, speak } = (await import(editorModule)) as typeof Editing;
    const editor = Object.assign(document.createElement(editorTag), {
      languages,
      speak,
    }) as Editing.ThemeEditor;
    editor.addEventListener('theme-edited', (event) => worn((event as Editing.ThemeEdited).detail.text));
    dialog.append(editor);
    return editor;
  }

  return {
    /** Begins with this file, in words of this language. */
    async open(text: string, language: string): Promise<void> {
      const editor = await (made ??= make());
      editor.text = text;
      editor.language = language;
      dialog.showModal();
    },
  };
}
