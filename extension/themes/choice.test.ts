import { expect, it } from 'vitest';
import { choiceOf, isUnknown } from './choice.ts';

const site = (theme: string) => ({ theme });
const file = { light: {} };

it('is the organisation’s, else the site’s own, else the one for all sites', () => {
  expect(choiceOf(site('default'), { theme: 'paper' }, {})).toBe('paper');
  expect(choiceOf(site('bank'), { theme: 'paper' }, {})).toBe('bank');
  expect(choiceOf(site('bank'), { theme: 'paper' }, { theme: 'clinic' })).toBe('clinic');
  expect(choiceOf(site('bank'), { theme: 'paper' }, { theme: file })).toBe(file);
});

it('is unknown where nothing of that name is built in or kept', () => {
  expect(['default', 'bank', 'mine', 'gone'].filter((each) => isUnknown(each, ['mine']))).toEqual(['gone']);
  expect(isUnknown(file, [])).toBe(false);
});
