import { expect, it } from 'vitest';
import en from '../shared/locales/en.json';
import { plain } from './plain-dialog.ts';

it('says what the English locale says', () => {
  const { plainWarning, plainExpired, plainSignIn, hide } = en.prompt;
  expect(plain).toEqual({ warning: plainWarning, expired: plainExpired, signIn: plainSignIn, hide });
});
