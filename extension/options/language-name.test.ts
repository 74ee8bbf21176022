import { expect, it } from 'vitest';
import { languages } from '../pages/locale-files.ts';
import { languageName } from './language-name.ts';

it.each(languages)('%s has a name of its own', (code) => expect(languageName(code, code)).not.toBe(code));

it('is named in the language of whoever reads', () => expect(languageName('en', 'de')).toBe('German'));
