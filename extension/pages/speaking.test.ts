import { expect, test, vi } from 'vitest';
import { english, type Locale } from './language.ts';
import { createSpeaking } from './speaking.ts';

/** A page whose browser is in `ofBrowser`; files come when the test says so. */
function opened(ofBrowser: string, stored: Promise<string> = new Promise(() => {})) {
  const came: Record<string, { come(locale: Locale): void; fail(): void }> = {};
  const read = vi.fn(
    (path: string) =>
      new Promise<Locale>((come, fail) => (came[/([\w-]+)\.json$/.exec(path)![1]!] = { come, fail })),
  );
  let onTimer = () => {};
  const ports = { setTimer: (_ms: number, run: () => void) => (onTimer = run) };
  const speaking = createSpeaking({ ofBrowser, chosen: () => stored, read, ports });
  const changed = vi.fn();
  speaking.onChange(changed);
  const rest = () => new Promise((go) => setImmediate(go));
  const { texts: pages, ...sections } = english();
  const locale = { ...sections, pages } as unknown as Locale;
  return {
    ...speaking,
    tag: () => speaking.language()?.tag,
    changed,
    rest,
    read,
    come: (tag: string) => (came[tag]!.come(locale), rest()),
    fail: (tag: string) => (came[tag]!.fail(), rest()),
    wait: () => onTimer(),
  };
}

test('English is spoken as soon as it is known to be wanted, and no file is read', () => {
  const { choose, tag, read } = opened('en-GB');
  expect(tag()).toBeUndefined();
  choose('');
  expect(tag()).toBe('en-GB');
  expect(read).not.toHaveBeenCalled();
});

test('nothing is drawn before the language that was chosen is there: no other one flashes by', async () => {
  const { tag, come, changed, read, rest } = opened('en', Promise.resolve('de'));
  await rest();
  expect(tag()).toBeUndefined();
  await come('de');
  expect(tag()).toBe('de');
  expect(changed).toHaveBeenCalledOnce();
  expect(read.mock.calls.flat()).toEqual([expect.stringMatching(/\/de\.json$/)]);
});

test('what takes too long is waited for in English', async () => {
  const { tag, come, wait, rest } = opened('de-AT', Promise.resolve(''));
  await rest();
  wait();
  expect(tag()).toBe('en');
  await come('de');
  expect(tag()).toBe('de-AT');
});

test('a file that cannot be read leaves English', async () => {
  const { tag, fail, rest } = opened('de', Promise.resolve(''));
  await rest();
  await fail('de');
  expect(tag()).toBe('en');
});

test('a choice is followed, and the one before is spoken until it is there', async () => {
  const { tag, choose, come, changed } = opened('en');
  choose('');
  choose('ja');
  expect(tag()).toBe('en');
  await come('ja');
  expect(tag()).toBe('ja');
  expect(changed).toHaveBeenCalledOnce();
  choose('en');
  expect(tag()).toBe('en');
  choose('ja');
  expect(tag()).toBe('ja');
});

test('of two choices the later counts, whichever comes first', async () => {
  const { tag, choose, come } = opened('en');
  choose('ja');
  choose('de');
  await come('de');
  await come('ja');
  expect(tag()).toBe('de');
});

test('what is stored cannot be read: it is as the browser', async () => {
  const { tag, rest } = opened('en-US', Promise.reject(new Error('broken')));
  await rest();
  expect(tag()).toBe('en-US');
});

test('what is read late does not undo what was chosen meanwhile', async () => {
  let stored = (_tag: string) => {};
  const { tag, choose, rest, read } = opened('en', new Promise((resolve) => (stored = resolve)));
  choose('');
  stored('de');
  await rest();
  expect(tag()).toBe('en');
  expect(read).not.toHaveBeenCalled();
});
