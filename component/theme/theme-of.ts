import type { Theme } from '../../shared/theme/theme.ts';

/** What of a theme is no style. It hangs on a document or a shadow root, under a name that all our bundles know. */
export interface AppliedTheme extends Pick<Theme, 'texts' | 'logo'> {
  sheet: CSSStyleSheet;
}

export type ThemeRoot = Document | ShadowRoot;
type Themed = ThemeRoot & { [themeKey]?: AppliedTheme };

const themeKey: unique symbol = Symbol.for('session-guard.theme') as never;

/** Fired on a root, for the prompts below it. */
export const themeEvent = 'session-guard-theme';

export const appliedTo = (root: ThemeRoot): AppliedTheme | undefined => (root as Themed)[themeKey];

export function setApplied(root: ThemeRoot, theme: AppliedTheme | undefined): void {
  if (theme) (root as Themed)[themeKey] = theme;
  else delete (root as Themed)[themeKey];
  root.dispatchEvent(new Event(themeEvent));
}

/** The theme of the nearest root that has one, up to the document. */
export function themeOf(host: Element): AppliedTheme | undefined {
  for (const root of rootsOf(host)) {
    const theme = appliedTo(root);
    if (theme) return theme;
  }
  return undefined;
}

/** The shadow roots around an element, innermost first, and the document. */
export function rootsOf(host: Element): ThemeRoot[] {
  const root = host.getRootNode();
  if (root instanceof ShadowRoot) return [root, ...rootsOf(root.host)];
  return root instanceof Document ? [root] : [];
}
