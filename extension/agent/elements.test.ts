import { describe, expect, test } from 'vitest';
import { readElements } from './elements.ts';
import { fakeElement } from './testing/fake-page.ts';

const [early, late] = ['2026-11-20T10:00:00.000Z', '2026-11-20T11:00:00.000Z'];
const element = (phase: string, endsAt?: string, more = {}) =>
  fakeElement({ phase, ...(endsAt && { 'ends-at': endsAt }), ...more });

describe('Of the elements of a page', () => {
  test('the one that ends first is told', () => {
    const all = [element('active', late), element('warning', early), element('unknown')];
    expect(readElements(all)).toEqual({ say: 'element', phase: 'warning', endsAt: early });
  });

  test('one that speaks comes before one without a prompt of its own', () => {
    const silent = element('active', early, { headless: '' });
    expect(readElements([silent, element('active', late)])).toMatchObject({ endsAt: late });
    expect(readElements([silent])).toEqual({
      say: 'element',
      phase: 'active',
      endsAt: early,
      headless: true,
    });
  });

  test('one that has no phase, an unknown one, or left, is not there', () => {
    const gone = Object.assign(element('active', early), { isConnected: false });
    expect(readElements([fakeElement(), element('<b>'), gone])).toEqual({ say: 'element', phase: '' });
  });

  test('no more than a moment is taken of what anybody may write', () => {
    expect(readElements([element('active', 'x'.repeat(5000))]).endsAt).toHaveLength(40);
  });
});
