export { applyTheme, type Applied } from './apply-theme.ts';
export { contrastProblems, type ContrastProblem } from '../../shared/theme/contrast.ts';
export { readTheme, type ThemeRead } from '../../shared/theme/read-theme.ts';
export { cssOf } from '../../shared/theme/theme-css.ts';
export type { Scheme, Theme, ThemeLogo, ThemeTexts, ThemeTokens } from '../../shared/theme/theme.ts';
export { tokens, type TokenName, type TokenRule } from '../../shared/theme/tokens.ts';
export type { Problem } from '../../shared/problem.ts';
