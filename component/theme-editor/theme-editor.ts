import { ReactiveElement } from '@lit/reactive-element';
import { html, nothing, render } from 'lit/html.js';
import { isObject } from '../../shared/theme/json.ts';
import { themes } from '../../shared/locales/en.json';
import { readTheme } from '../../shared/theme/read-theme.ts';
import { schemes, type Scheme, type Theme } from '../../shared/theme/theme.ts';
import type { TokenName } from '../../shared/theme/tokens.ts';
import { lineOf } from '../theme/line-of.ts';
import { english, type Language } from '../prompt/texts.ts';
import { adopt } from '../sheets.ts';
import type { Desk, DeskUi, EditorWords, Refused } from './desk.ts';
import { nameIn } from './edits.ts';
import { fileText, type ThemeFile } from './file.ts';
import { createFrames } from './frames.ts';
import { groupNames } from './groups.ts';
import { begin, changed, redone, settled, undone, type History } from './history.ts';
import { paletteOf } from './palette.ts';
import { pairsOf } from './pairs.ts';
import styles from './theme-editor.css?inline';
import { fileView } from './views/file-view.ts';
import { logoView } from './views/logo-view.ts';
import { paletteId, paletteView } from './views/palette-view.ts';
import { previewView } from './views/preview-view.ts';
import { levelText, pairText, tokensView } from './views/tokens-view.ts';
import { aboutView, wordsView } from './views/words-view.ts';
import { fill } from './words.ts';

/** Told at each change: `text` is the file, `theme` what it says. */
export type ThemeEdited = CustomEvent<{ text: string; theme: Theme }>;

export type Speak = (tag: string) => Language | Promise<Language>;

/** A theme that is being made: its file, all that was done to it, and how it looks. What is in it can always be read. */
export class ThemeEditor extends ReactiveElement {
  static override properties = {
    words: { attribute: false },
    tag: { attribute: false },
    languages: { attribute: false },
    speak: { attribute: false },
    ui: { state: true },
    history: { state: true },
  };

  /** What the editor itself says, and in which language. */
  declare words: EditorWords;
  declare tag: string;
  /** Those that the prompt can be seen in. */
  declare languages: readonly string[];
  /** The prompt's own texts in one of them. */
  declare speak: Speak;
  declare private ui: DeskUi;
  declare private history: History;
  private theme = readTheme({}).theme!;
  private frames = createFrames();
  private spoken = new Map<string, Language>();
  private told?: { name: TokenName; scheme: Scheme };

  constructor() {
    super();
    this.words = themes.editor;
    this.tag = 'en';
    this.languages = ['en'];
    this.speak = english;
    this.history = begin({});
    this.ui = {
      phase: 'warning',
      shown: 'both',
      language: 'en',
      rightToLeft: false,
      narrow: false,
      textsOf: 'en',
      refused: new Map(),
      problems: [],
      open: new Set(['colours']),
      newColour: '',
    };
  }

  /** The file, as it would be exported. Another text begins anew; one that cannot be read is told, and changes nothing. */
  get text(): string {
    return fileText(this.history.file);
  }
  set text(text: string) {
    const read = this.read(text);
    if (!read) return;
    this.theme = read.theme;
    this.history = begin(read.file);
  }

  /** The texts are in this language first. */
  set language(tag: string) {
    this.set({ language: tag, textsOf: tag });
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot;
    adopt(root, styles);
    root.addEventListener('keydown', (event) => this.onKey(event as KeyboardEvent));
    return root;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.frames.stop();
  }

  private read(text: string): { file: ThemeFile; theme: Theme } | undefined {
    const { theme, problems } = readTheme(text);
    this.set({ problems: problems ?? [] });
    return theme ? { file: JSON.parse(text.replace(/^\uFEFF/, '')) as ThemeFile, theme } : undefined;
  }

  private set(ui: Partial<DeskUi>) {
    this.ui = { ...this.ui, ...ui };
  }

  private go(history: History, note?: DeskUi['note']) {
    if (history.file !== this.history.file) {
      this.theme = readTheme(history.file).theme!;
      this.history = history;
      const detail = { text: this.text, theme: this.theme };
      this.dispatchEvent(new CustomEvent('theme-edited', { detail, bubbles: true, composed: true }));
    } else this.history = history;
    this.set({ note, ...(note && { refused: new Map() }) });
  }

  private change(file: ThemeFile, of?: string, typed?: { field: string; text: string }) {
    const { theme, problems } = readTheme(file);
    if (!theme) {
      const [first] = problems;
      const why = first?.expected ? fill(this.words.expected, { expected: first.expected }) : lineOf(first!);
      if (typed) this.refuse(typed.field, typed.text, why);
      else this.set({ note: { place: 'file', text: lineOf(first!), isAlert: true } });
      return;
    }
    if (typed || this.ui.refused.size) this.accept(typed?.field ?? of);
    this.go(changed(this.history, file, of));
  }

  private accept(field: string | undefined) {
    const refused = new Map(this.ui.refused);
    if (field && refused.delete(field)) this.set({ refused });
  }

  private refuse(field: string, text: string, why: string) {
    const refused = new Map<string, Refused>(this.ui.refused);
    this.set({ refused: refused.set(field, { text, why }) });
  }

  private settle() {
    this.history = settled(this.history);
    const { told } = this;
    this.told = undefined;
    if (!told) return;
    const desk = this.desk();
    const pairs = pairsOf(this.theme, told.scheme, told.name);
    const text = pairs.map((pair) => `${pairText(desk, pair)}, ${levelText(desk, pair)}`).join('. ');
    this.set({ note: { place: 'ears', text } });
  }

  private onKey(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey);
    if (key !== 'z' && !isRedo) return;
    event.preventDefault();
    if (isRedo) this.redo();
    else this.undo();
  }

  private undo() {
    if (this.history.past.length) this.go(undone(this.history), { place: 'file', text: this.words.undone });
  }

  private redo() {
    if (this.history.future.length) this.go(redone(this.history), { place: 'file', text: this.words.redone });
  }

  /** A file that somebody wants in place of this one: one step, that can be undone. */
  take(text: string) {
    const read = this.read(text);
    if (!read) return;
    this.go(changed(this.history, read.file), { place: 'file', text: this.words.imported });
  }

  private save() {
    const name = nameIn(this.history.file)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.text], { type: 'application/json' }));
    link.download = `${name || 'theme'}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  private copy(place: string, text: string) {
    const { copied, notCopied } = this.words;
    navigator.clipboard.writeText(text).then(
      () => this.set({ note: { place, text: copied } }),
      () => this.set({ note: { place, text: notCopied, isAlert: true } }),
    );
  }

  private focusOn(path: readonly string[]) {
    this.set({ open: new Set([...this.ui.open, 'palette']) });
    void this.updateComplete.then(() => {
      const control = this.renderRoot.querySelector<HTMLElement>(`[id='${paletteId(path)}']`);
      control?.scrollIntoView({ block: 'center' });
      control?.focus();
    });
  }

  /** Of the prompt; until it is there, English. */
  private languageOf(tag: string): Language {
    const known = this.spoken.get(tag);
    if (known) return known;
    this.spoken.set(tag, english());
    void Promise.resolve(this.speak(tag)).then(
      (language) => {
        this.spoken.set(tag, language);
        this.requestUpdate();
      },
      () => {},
    );
    return english();
  }

  private desk(): Desk {
    const { words, tag, languages, history, theme, ui } = this;
    return {
      ...{ words, tag, languages, theme, ui },
      file: history.file,
      palette: paletteOf(history.file),
      spoken: this.languageOf(ui.textsOf),
      schemes: ui.shown === 'both' ? schemes : [ui.shown],
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      change: (...given) => this.change(...given),
      refuse: (...given) => this.refuse(...given),
      settle: () => this.settle(),
      set: (next) => this.set(next),
      tell: (name, scheme) => (this.told = { name, scheme }),
      undo: () => this.undo(),
      redo: () => this.redo(),
      take: (text) => this.take(text),
      save: () => this.save(),
      copy: (...given) => this.copy(...given),
      focus: (path) => this.focusOn(path),
    };
  }

  protected override update(changes: Map<PropertyKey, unknown>) {
    super.update(changes);
    const desk = this.desk();
    render(this.view(desk), this.renderRoot);
    const { phase, language, rightToLeft, narrow } = this.ui;
    for (const frame of this.renderRoot.querySelectorAll('iframe'))
      this.frames.draw(
        frame,
        {
          theme: this.theme,
          phase,
          scheme: frame.dataset.scheme as Scheme,
          language: this.languageOf(language),
          direction: rightToLeft ? 'rtl' : undefined,
        },
        narrow,
      );
  }

  private view(desk: Desk): unknown {
    const { words } = desk;
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? '';
      if (isField(event.composedPath()[0]) || !isThemeText(text)) return;
      event.preventDefault();
      this.take(text);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      const text = event.dataTransfer?.getData('text');
      if (file) void file.text().then((each) => this.take(each));
      else if (text) this.take(text);
    };
    const fold = (name: string, title: string, content: () => unknown) => {
      const isOpen = this.ui.open.has(name);
      return html`<details
        .open=${isOpen}
        @toggle=${({ target }: Event) => {
          const { open } = target as HTMLDetailsElement;
          if (open === this.ui.open.has(name)) return;
          const next = new Set(this.ui.open);
          if (open) next.add(name);
          else next.delete(name);
          this.set({ open: next });
        }}
      >
        <summary><h2>${title}</h2></summary>
        ${isOpen ? html`<div class="inside">${content()}</div>` : nothing}
      </details>`;
    };
    const { groups } = words;
    return html`<div
      class="editor"
      @paste=${onPaste}
      @dragover=${(event: Event) => event.preventDefault()}
      @drop=${onDrop}
    >
      <div class="top">${fileView(desk)}</div>
      ${previewView(desk)}
      <div class="tokens">
        ${groupNames.map((name) => fold(name, groups[name], () => tokensView(desk, name)))}
        ${fold('palette', groups.palette, () => paletteView(desk))}
        ${fold('texts', groups.texts, () => wordsView(desk))}
        ${fold('logo', groups.logo, () => logoView(desk))}
        ${fold('about', groups.about, () => aboutView(desk))}
      </div>
      <p class="spoken" role="status">${this.ui.note?.place === 'ears' ? this.ui.note.text : nothing}</p>
    </div>`;
  }
}

const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function isThemeText(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}
