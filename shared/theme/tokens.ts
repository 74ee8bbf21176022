import type { Values } from './values.ts';

export interface TokenRule {
  type: keyof Values;
  /** For whoever fills it in. */
  about: string;
  /** The default: one, or one for each colour scheme. */
  css: string | readonly [light: string, dark: string];
  /** In place of `css` where a browser knows no `light-dark()`. */
  system?: string;
  /** Left out, it is whatever this other one is. */
  same?: string;
  /** Of a dimension in px, of others as it stands. */
  least?: number;
  most?: number;
  /** May let through what is behind. */
  translucent?: true;
  /** Which tokens it is seen against, and how much it must stand out there (WCAG 2.2). */
  contrast?: Readonly<Record<string, number>>;
}

const onSurface = { surface: 4.5 };

/** All that a theme can set. A new one is a line here, and its use in `prompt.css`; then `npm run tokens`. */
export const tokens = {
  surface: {
    type: 'color',
    about: 'Behind all that the dialog and the banner say',
    css: ['#fff', '#1b1e25'],
    system: 'canvas',
  },
  text: {
    type: 'color',
    about: 'What is read',
    css: ['#15181e', '#f2f4f8'],
    system: 'canvastext',
    contrast: onSurface,
  },
  muted: {
    type: 'color',
    about: 'What explains, in a quieter voice',
    css: ['#525a68', '#b0b7c4'],
    system: 'canvastext',
    contrast: onSurface,
  },
  line: {
    type: 'color',
    about: 'The edge of dialog and banner',
    css: ['#dfe2e8', '#3b414d'],
    system: 'graytext',
    translucent: true,
  },
  accent: {
    type: 'color',
    about: 'The main button',
    css: ['#2747d6', '#a9baff'],
    system: 'linktext',
    contrast: { surface: 3 },
  },
  'on-accent': {
    type: 'color',
    about: 'The words of the main button',
    css: ['#fff', '#0d1436'],
    system: 'canvas',
    contrast: { accent: 4.5 },
  },
  quiet: {
    type: 'color',
    about: 'The words of the other buttons',
    css: 'var(--accent)',
    same: 'accent',
    contrast: { surface: 4.5, 'quiet-fill': 4.5 },
  },
  'quiet-fill': {
    type: 'color',
    about: 'Behind the words of the other buttons',
    css: 'var(--surface)',
    same: 'surface',
  },
  'quiet-line': {
    type: 'color',
    about: 'The edge of the other buttons',
    css: '#0000',
    translucent: true,
  },
  alert: {
    type: 'color',
    about: 'What went wrong',
    css: ['#a13208', '#ffb391'],
    system: 'canvastext',
    contrast: onSurface,
  },
  focus: {
    type: 'color',
    about: 'The ring around what has the focus',
    css: 'var(--accent)',
    same: 'accent',
    contrast: { surface: 3 },
  },
  backdrop: {
    type: 'color',
    about: 'Over the page, while the dialog is open',
    css: '#0d111c73',
    translucent: true,
  },
  cover: {
    type: 'color',
    about: 'In place of the page, where it is hidden',
    css: ['#eceef2', '#101218'],
    system: 'canvas',
  },
  shadow: { type: 'shadow', about: 'Of dialog and banner', css: '0 1rem 3rem #0d111c4d' },
  font: {
    type: 'fontFamily',
    about: 'Fonts that the page or the computer has',
    css: 'system-ui, sans-serif',
  },
  'heading-font': { type: 'fontFamily', about: 'Of the heading', css: 'var(--font)', same: 'font' },
  'font-size': {
    type: 'dimension',
    about: 'Of all but heading and countdown',
    css: '1rem',
    least: 12,
    most: 24,
  },
  'heading-size': { type: 'dimension', about: 'Of the heading', css: '1.375rem', least: 14, most: 40 },
  'heading-weight': { type: 'fontWeight', about: 'Of the heading', css: '700' },
  'countdown-size': {
    type: 'dimension',
    about: 'Of the number in the countdown',
    css: '3.5rem',
    least: 16,
    most: 96,
  },
  'countdown-weight': { type: 'fontWeight', about: 'Of the number in the countdown', css: '300' },
  'button-weight': { type: 'fontWeight', about: 'Of the words of buttons', css: '600' },
  radius: { type: 'dimension', about: 'Corners of dialog and banner', css: '1rem', least: 0, most: 64 },
  'button-radius': {
    type: 'dimension',
    about: 'Corners of buttons',
    css: 'calc(var(--radius) * 0.625)',
    least: 0,
    most: 64,
  },
  'border-width': {
    type: 'dimension',
    about: 'The edge of dialog and banner',
    css: '1px',
    least: 0,
    most: 8,
  },
  'focus-width': {
    type: 'dimension',
    about: 'The ring around what has the focus',
    css: '2px',
    least: 1,
    most: 6,
  },
  space: {
    type: 'dimension',
    about: 'Between the edge of the dialog and its words',
    css: '2rem',
    least: 8,
    most: 48,
  },
  width: {
    type: 'dimension',
    about: 'Of the dialog, where the window has it',
    css: '27rem',
    least: 240,
    most: 640,
  },
} as const satisfies Record<string, TokenRule>;

export type TokenName = keyof typeof tokens;

export const tokenNames = Object.keys(tokens) as TokenName[];

export const ruleOf = (name: TokenName): TokenRule => tokens[name];

/** Only these differ between light and dark. */
export const hasSchemes = (name: TokenName): boolean => /^(color|shadow)$/.test(tokens[name].type);
