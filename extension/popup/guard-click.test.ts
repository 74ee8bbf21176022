import { expect, test } from 'vitest';
import { ask, createGuardClick } from './guard-click.ts';
import { createStrictAccess } from './testing/strict-request.ts';

const wish = () => ({ at: 1, origin: 'https://one.example', name: 'one.example' });
const origins = ['https://one.example/*'];

test('the request is the first call in the click, and the wish is stored before and with it', async () => {
  const { access, calls, asked, click } = createStrictAccess(true);
  const guard = createGuardClick(access, wish, origins);
  guard.press();
  expect(calls).toEqual(['wish https://one.example']);
  expect(await click(() => guard.click())).toBe('given');
  expect(calls).toEqual(['wish https://one.example', 'request', 'wish https://one.example']);
  expect(asked).toEqual([{ origins, permissions: ['cookies'] }]);
});

test('a click without a press, as helpers for the blind send it, stores the wish, too', () => {
  const { access, calls, click } = createStrictAccess('never');
  void click(() => createGuardClick(access, wish, origins).click());
  expect(calls).toEqual(['request', 'wish https://one.example']);
});

test('the popup closes over the question: the wish is there', () => {
  const { access, calls, click } = createStrictAccess('never');
  const guard = createGuardClick(access, wish, origins);
  guard.press();
  void click(() => guard.click());
  expect(calls).not.toContain('drop');
});

test('denied: the wish is taken back', async () => {
  const { access, calls, click } = createStrictAccess(false);
  expect(await click(() => createGuardClick(access, wish, origins).click())).toBe('denied');
  expect(calls.at(-1)).toBe('drop');
});

test('a request that is refused is neither: it failed', async () => {
  const { access } = createStrictAccess(true);
  expect(await ask(access, { origins })).toBe('failed');
  expect(await ask({ request: () => Promise.reject(new Error('no')) }, { origins })).toBe('failed');
});

test('a wish that cannot be stored stops nothing', async () => {
  const { access, click } = createStrictAccess(true);
  const full = { ...access, storeWish: () => Promise.reject(new Error('quota')) };
  expect(await click(() => createGuardClick(full, wish, origins).click())).toBe('given');
});
