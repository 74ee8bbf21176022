import { expect, it } from 'vitest';
import { createWearing } from './wearing.ts';

function dressed(stored: Record<string, unknown>) {
  const worn: unknown[] = [];
  const apply = async (given: unknown) => {
    worn.push(typeof given === 'string' ? JSON.parse(given) : given);
    return { ok: given !== '{"no":1}' };
  };
  const storage = { get: async (key: string) => ({ [key]: stored[key] }) };
  return { worn, ...createWearing(storage, {} as Document, apply) };
}

it('wears what is built in, kept, or decided', async () => {
  const { wear, worn } = dressed({ 'theme:mine': '{"both":{}}' });
  await wear('mine');
  await wear({ light: {} });
  await wear('bank');
  expect(worn).toMatchObject([{ both: {} }, { light: {} }, { palette: {} }]);
});

it('puts nothing on twice, and takes it off again', async () => {
  const { wear, worn } = dressed({ 'theme:mine': '{}' });
  for (const choice of ['default', 'mine', 'mine', 'default', 'default']) await wear(choice);
  expect(worn).toEqual([{}, undefined]);
});

it('looks as it comes where the theme is gone, or cannot be read', async () => {
  const stored = { 'theme:mine': '{}', 'theme:wrong': '{"no":1}' };
  const { wear, worn } = dressed(stored);
  for (const choice of ['mine', 'gone', 'wrong']) await wear(choice);
  expect(worn).toEqual([{}, undefined, { no: 1 }, undefined]);
});
