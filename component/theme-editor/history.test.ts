import { expect, it } from 'vitest';
import { begin, changed, redone, settled, undone } from './history.ts';

const [a, b, c, d] = [{ a: 1 }, { b: 1 }, { c: 1 }, { d: 1 }];

it('goes back to the very beginning, and forward again', () => {
  let history = changed(changed(changed(begin(a), b), c), d);
  for (const file of [c, b, a, a]) expect((history = undone(history)).file).toBe(file);
  for (const file of [b, c, d, d]) expect((history = redone(history)).file).toBe(file);
});

it('takes a drag as one step, and the next drag of the same as another', () => {
  const drag = changed(changed(begin(a), b, 'radius'), c, 'radius');
  expect(undone(drag).file).toBe(a);
  const again = changed(settled(drag), d, 'radius');
  expect(undone(again).file).toBe(c);
});

it('drops what was undone once something else is done', () => {
  const history = changed(undone(changed(begin(a), b)), c);
  expect(redone(history).file).toBe(c);
  expect(undone(history).file).toBe(a);
});

it('notes nothing where nothing changed', () => expect(changed(begin(a), a).past).toEqual([]));
