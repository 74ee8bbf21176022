import { describe, expect, it } from 'vitest';
import { match, namesOf, type Traits } from './identity.ts';

const field = (traits: Partial<Traits>): Traits => ({
  kind: 'text',
  id: '',
  name: '',
  form: '',
  label: '',
  ...traits,
});

/** Where the fields of one page are found on another. */
function places(before: Partial<Traits>[], after: Partial<Traits>[]): number[] {
  return match(namesOf(before.map(field)), namesOf(after.map(field)));
}

describe('A field is found again', () => {
  it('by its id, wherever it stands by then', () => {
    const [a, b] = [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ];
    expect(places([a, b], [b, { label: 'new' }, a])).toEqual([2, 0]);
  });

  it('by form, name and place among those of that name', () => {
    const row = { form: 'order', name: 'row' };
    expect(places([row, row, row], [{ name: 'row' }, row, row, row])).toEqual([1, 2, 3]);
    expect(places([row, row], [row])).toEqual([0, -1]);
  });

  it('by its label where it has nothing else', () => {
    expect(places([{ label: 'Title' }, { label: 'Text' }], [{ label: 'Text' }, { label: 'Title' }])).toEqual([
      1, 0,
    ]);
  });

  it('by its name and label in a form that stands in another place', () => {
    const title = { name: 'title', label: 'Title' };
    expect(places([{ ...title, form: '#0' }], [{ form: '#0' }, { ...title, form: '#1' }])).toEqual([1]);
  });

  it('without any words only where there are as many as there were', () => {
    expect(places([{}, {}], [{}, {}])).toEqual([0, 1]);
    expect(places([{}, {}], [{}, {}, {}])).toEqual([-1, -1]);
    expect(places([{}], [{ kind: 'textarea' }])).toEqual([-1]);
  });

  it('although its id was counted anew', () => {
    const before = [
      { id: ':r1:', label: 'Title' },
      { id: ':r2:', label: 'Text' },
    ];
    const after = [
      { id: ':r1:', label: 'Search' },
      { id: ':r2:', label: 'Title' },
      { id: ':r3:', label: 'Text' },
    ];
    expect(places(before, after)).toEqual([1, 2]);
  });
});

describe('A field is not taken for another', () => {
  it('of the same id that is of another kind or name', () => {
    expect(places([{ id: 'a', name: 'x' }], [{ id: 'a', name: 'y' }])).toEqual([-1]);
    expect(places([{ id: 'a', label: 'x' }], [{ id: 'a', label: 'x', kind: 'number' }])).toEqual([-1]);
  });

  it('row, where ids tell rows apart and one is gone', () => {
    const row = (id: string) => field({ id, name: 'amount', label: 'Amount' });
    const [, second] = namesOf([row('r1'), row('r2'), row('r3')]);
    expect(match([second!], namesOf([row('r1'), row('r3')]))).toEqual([-1]);
    expect(places([row('r1'), row('r2'), row('r3')], [row('r1'), row('r3')])).toEqual([0, -1, 1]);
  });

  it('that is taken already', () => {
    const before = [
      { id: 'a', name: 'n', form: 'one' },
      { name: 'n', form: 'two' },
    ];
    expect(places(before, [{ id: 'a', name: 'n', form: 'two' }])).toEqual([0, -1]);
  });

  it('of an id that two have', () => {
    const twice = { id: 'a', name: 'n' };
    expect(places([twice, twice], [twice, twice])).toEqual([0, 1]);
  });

  it('name made of parts that read alike', () => {
    expect(places([{ form: 'a', name: 'b,c' }], [{ form: 'a,b', name: 'c' }])).toEqual([-1]);
  });
});
