import { expect, test } from 'vitest';
import { createCommands } from './command.ts';

const noAnswer = { ok: false, problem: { code: 'no-answer' } };

test('an answer is handed on', async () => {
  const send = createCommands((command) => Promise.resolve({ ok: true, command }));
  expect(await send({ do: 'look', key: 'a' })).toMatchObject({ ok: true, command: { do: 'look', key: 'a' } });
});

test.each([undefined, null, 'yes', {}])('%j is no answer', async (answer) =>
  expect(await createCommands(() => Promise.resolve(answer))({ do: 'guard' })).toMatchObject(noAnswer),
);

test('a background that is gone is no answer, and throws nothing', async () =>
  expect(await createCommands(() => Promise.reject(new Error('gone')))({ do: 'guard' })).toMatchObject(
    noAnswer,
  ));
