import { expect, it, vi } from 'vitest';
import { giveUp, mayShow, putAway } from './turns.ts';

const turn = () => ({
  open: false,
  isOpen() {
    return this.open;
  },
  show: vi.fn(),
});

it('gives the turn to the earlier end, and takes it from one that is not open yet', () => {
  const [late, early] = [turn(), turn()];
  expect(mayShow(late, 25)).toBe(true);
  late.show.mockClear();
  expect(mayShow(early, 20)).toBe(true);
  expect(late.show).toHaveBeenCalledOnce();
  expect(mayShow(late, 25)).toBe(false);
  giveUp(early);
  expect(late.show).toHaveBeenCalledTimes(2);
  expect(mayShow(late, 25)).toBe(true);
  giveUp(late);
});

it('leaves an open dialog to the person, and the next one waits until it was put away', () => {
  const [open, early] = [turn(), turn()];
  mayShow(open, 25);
  open.open = true;
  expect(mayShow(early, 20)).toBe(false);
  open.open = false;
  putAway(open);
  expect(early.show).toHaveBeenCalledOnce();
  expect([mayShow(early, 20), mayShow(open, 25)]).toEqual([true, true]);
  giveUp(open);
  giveUp(early);
});

it('goes by who came first where two ends are one', () => {
  const [one, other] = [turn(), turn()];
  expect([mayShow(one, 0), mayShow(other, 0)]).toEqual([true, false]);
  expect([mayShow(one, 0), mayShow(other, 0)]).toEqual([true, false]);
  giveUp(one);
  giveUp(other);
});
