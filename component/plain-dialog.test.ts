import { expect, it } from 'vitest';
import en from '../shared/locales/en.json';
import { plain } from './plain-dialog.ts';

it('says what the English locale says', () => {
  expect(plain).toEqual({ warning: en.plainWarning, expired: en.plainExpired, signIn: en.plainSignIn });
});
