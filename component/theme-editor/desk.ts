import type { Problem } from '../../shared/problem.ts';
import type { themes } from '../../shared/locales/en.json';
import type { Scheme, Theme } from '../../shared/theme/theme.ts';
import type { TokenName } from '../../shared/theme/tokens.ts';
import type { Language } from '../prompt/texts.ts';
import type { Steps, ThemeFile } from './file.ts';
import type { PaletteToken } from './palette.ts';
import type { PhaseName } from './phases.ts';

export type EditorWords = (typeof themes)['editor'];

/** A field whose text cannot be taken; the theme stays as it was. */
export interface Refused {
  text: string;
  why: string;
}

/** What is looked at, and what was typed that is no value yet. */
export interface DeskUi {
  phase: PhaseName;
  shown: Scheme | 'both';
  language: string;
  rightToLeft: boolean;
  narrow: boolean;
  /** Of the language whose texts are written. */
  textsOf: string;
  refused: ReadonlyMap<string, Refused>;
  /** Of the last import. */
  problems: readonly Problem[];
  /** What is said of the last deed, by place. */
  note?: { place: string; text: string; isAlert?: boolean };
  open: ReadonlySet<string>;
  newColour: string;
}

/** All that the editor's views draw from, and what their controls do. */
export interface Desk {
  words: EditorWords;
  /** What numbers and plurals follow. */
  tag: string;
  languages: readonly string[];
  /** Of the texts that are written. */
  spoken: Language;
  file: ThemeFile;
  theme: Theme;
  palette: readonly PaletteToken[];
  ui: DeskUi;
  /** Which schemes are edited just now. */
  schemes: readonly Scheme[];
  canUndo: boolean;
  canRedo: boolean;
  /** `of`: the control, for what is dragged. Refused, it is told at `field`, with what was typed. */
  change(file: ThemeFile, of?: string, typed?: { field: string; text: string }): void;
  /** What was typed is no value. */
  refuse(field: string, text: string, why: string): void;
  /** A drag is over. */
  settle(): void;
  set(ui: Partial<DeskUi>): void;
  /** This colour is being chosen: once it is, ears hear how it stands out. */
  tell(name: TokenName, scheme: Scheme): void;
  undo(): void;
  redo(): void;
  take(text: string): void;
  save(): void;
  copy(place: string, text: string): void;
  focus(path: Steps): void;
}

/** One that nobody has found words for yet goes by what is said about it. */
export const labelOf = ({ words }: Desk, name: TokenName, about: string): string =>
  (words.tokens as Partial<Record<TokenName, string>>)[name] ?? about;
