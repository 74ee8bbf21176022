import { expect, it } from 'vitest';
import { example, written } from '../profile/testing/example.ts';
import { readImport } from './importing.ts';

it('reads what is whole', () =>
  expect(readImport(JSON.stringify(written(example())))).toMatchObject({
    written: [example()],
    read: [{ id: 'example' }],
  }));

it('names each reason with its line', () => {
  const text = JSON.stringify(written({ ...example(), warnBefore: '1s', colour: 1 }), null, 2);
  const lineWith = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;
  expect(readImport(text).problems).toMatchObject([
    { field: 'sites[0].warnBefore', line: lineWith('"warnBefore"') },
    { field: 'sites[0].colour', code: 'unknown-member', line: lineWith('"colour"') },
  ]);
});

it('says where it is no JSON', () =>
  expect(readImport('{\n"version": 1,\n}').problems).toMatchObject([
    { code: 'not-json', line: 3, field: '3:1' },
  ]));
