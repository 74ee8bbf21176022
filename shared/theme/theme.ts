import type { tokens, TokenName } from './tokens.ts';
import type { Dimension, Values } from './values.ts';

/** A theme that was read: whole, checked, and frozen. */
export interface Theme {
  name?: string;
  /** Colours and shadows, scheme by scheme. */
  light: ThemeTokens;
  dark: ThemeTokens;
  /** All others. */
  both: ThemeTokens;
  /** By language tag, in the shape of the `prompt` section of a locale. */
  texts: Readonly<Record<string, ThemeTexts>>;
  logo?: ThemeLogo;
}

/** Those that the theme names; all others keep their defaults. */
export type ThemeTokens = { [Name in TokenName]?: Values[(typeof tokens)[Name]['type']] };

export interface ThemeTexts {
  [member: string]: string | ThemeTexts;
}

export interface ThemeLogo {
  /** `data:image/…;base64,…` */
  data: string;
  /** In the dark, where it is another. */
  dark?: string;
  /** What it says, for whoever does not see it. */
  alt: string;
  height: Dimension;
}

export type Scheme = 'light' | 'dark';
export const schemes: readonly Scheme[] = ['light', 'dark'];
