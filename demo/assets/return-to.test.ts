import { expect, it } from 'vitest';
import { returnTo } from './return-to.ts';

const origin = 'http://127.0.0.1:4310';
const back = (wanted: string) =>
  returnTo({ search: `?${new URLSearchParams({ return_to: wanted })}`, origin }, '/arcp/');

it('goes back to a path of this origin, query and fragment included', () => {
  expect(back('/arcp/?clock=+10m#agents')).toBe(`${origin}/arcp/?clock=+10m#agents`);
});

it.each([
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/\t/elsewhere.example/',
  'javascript:alert(1)',
  'arcp/',
  '//[',
  '',
])('goes to the dashboard instead of %j', (wanted) => expect(back(wanted)).toBe(`${origin}/arcp/`));

it('never yields a bare path, which could be an address by itself', () => {
  expect(back('/.//elsewhere.example')).toBe(`${origin}//elsewhere.example`);
});

it('goes to the dashboard when nothing is asked', () => {
  expect(returnTo({ search: '', origin }, '/arcp/')).toBe(`${origin}/arcp/`);
});
