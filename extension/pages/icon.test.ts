import { expect, test } from 'vitest';
import { initialsOf } from './icon.ts';

test.each([
  ['Orders dashboard', 'OD'],
  ['payroll', 'P'],
  ['orders.example.com', 'OE'],
  ['Ärzte-Portal', 'ÄP'],
  ['日本 サイト', '日サ'],
  ['!!', 'OE'],
])('%s: %s', (name, letters) => expect(initialsOf(name, 'orders.example.com').letters).toBe(letters));

test('a host keeps its hue', () => {
  const { hue } = initialsOf('One', 'one.example');
  expect(initialsOf('Renamed', 'one.example').hue).toBe(hue);
  expect(hue).toBeGreaterThanOrEqual(0);
  expect(hue).toBeLessThan(8);
});
