import { ThemeEditor } from './theme-editor.ts';
import { ThemePicture } from './theme-picture.ts';

export const editorTag = 'session-guard-theme-editor';
export const pictureTag = 'session-guard-theme-picture';

if (!customElements.get(editorTag)) customElements.define(editorTag, ThemeEditor);
if (!customElements.get(pictureTag)) customElements.define(pictureTag, ThemePicture);
