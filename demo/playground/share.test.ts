import { expect, it } from 'vitest';
import { fitsFragment, fromFragment, toFragment } from './share.ts';
import { beginning, type State } from './state.ts';

const odd: State = {
  scene: 'warn',
  attributes: { 'session-url': '/api/s?a=1&b=ü#', headless: '', 'warn-before': '2m' },
  lasts: 300,
  kind: 'final',
  theme: 'own',
  themeFile: '{"light": {}}',
  scheme: 'dark',
  lang: 'zh-Hant',
  direction: 'rtl',
  width: 'small',
};

it('keeps everything, and nothing of what is as in the beginning', () => {
  expect(fromFragment(toFragment(odd))).toEqual(odd);
  expect(toFragment(beginning)).toBe('');
  expect(fromFragment('')).toEqual(beginning);
});

it('a scene brings what it needs, and what was taken from it stays away', () => {
  const notice = fromFragment('scene=notice');
  expect(notice.attributes['notice-before']).toBe('5m');
  expect(toFragment(notice)).toBe('scene=notice');
  const attributes = { ...notice.attributes };
  delete attributes['notice-before'];
  expect(fromFragment(toFragment({ ...notice, attributes }))).toEqual({ ...notice, attributes });
  expect(fromFragment('scene=final').kind).toBe('final');
});

it('an address that says nonsense changes nothing', () => {
  expect(
    fromFragment(
      'scene=<b>&lasts=-1&kind=toString&scheme=__proto__&lang=a b&:on click=1&:=2&width=9&lasts=x',
    ),
  ).toEqual(beginning);
});

it('leaves a theme out that would make the address too long, and knows it', () => {
  const heavy = { ...odd, themeFile: 'x'.repeat(6001) };
  expect(fitsFragment(heavy)).toBe(false);
  expect(fromFragment(toFragment(heavy))).toMatchObject({ theme: '', themeFile: '', lang: 'zh-Hant' });
});
