import { expect, it } from 'vitest';
import { changeScene, sceneOf, scenes } from './scenes.ts';
import { beginning } from './state.ts';

it('has each scene under one name, in the words of the product', () => {
  expect(new Set(scenes.map(({ id }) => id)).size).toBe(scenes.length);
  for (const { id } of scenes) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

it('what a scene needs comes with it and goes with it', () => {
  const notice = changeScene(beginning, sceneOf('notice'));
  expect(notice.attributes).toEqual({ ...beginning.attributes, 'notice-before': '5m' });
  expect(changeScene(notice, sceneOf('well'))).toEqual(beginning);
  const final = changeScene(notice, sceneOf('final'));
  expect(final).toMatchObject({ scene: 'final', kind: 'final', attributes: beginning.attributes });
  expect(changeScene(final, sceneOf('warn')).kind).toBe('fixed');
});

it('what somebody set by hand stays', () => {
  const notice = changeScene(beginning, sceneOf('notice'));
  const byHand = {
    ...notice,
    kind: 'idle' as const,
    attributes: { ...notice.attributes, 'notice-before': '8m' },
  };
  expect(changeScene(byHand, sceneOf('end'))).toMatchObject({
    kind: 'idle',
    attributes: { 'notice-before': '8m' },
  });
});
