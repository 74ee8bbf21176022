import { describe, expect, it } from 'vitest';
import de from '../../shared/locales/de.json';
import type { SessionView } from '../session/view.ts';
import { createFakeBrowser } from './testing/browser.ts';
import { noticeText, promptTitle } from './words.ts';

const view = { name: 'Example', endsAt: new Date(2026, 10, 21, 21, 5).getTime() } as SessionView;

async function spoken(language: string, chosen?: string) {
  const world = createFakeBrowser();
  world.language = language;
  if (chosen !== undefined) world.areas.local.preferences = { language: chosen };
  const { house } = await world.wake();
  return { world, house, words: await house.words.now() };
}

describe('what the background says', () => {
  it('is in the language of the browser, and its times are as in its region', async () => {
    const { words } = await spoken('de-AT');
    expect(noticeText(words, view, 'warning')).toEqual([
      de.background.warning.title.replace('{site}', 'Example'),
      de.background.warning.at.replace('{time}', '21:05'),
    ]);
    expect(promptTitle(words, '$&')).toBe(de.background.prompt.replace('{site}', () => '$&'));
  });

  it('is as the person chose, whatever the browser', async () => {
    expect((await spoken('fr', 'de')).words.texts).toEqual(de.background);
    expect((await spoken('de', 'en')).words.tag).toBe('en');
  });

  it('is English where nobody translated, and where a file cannot be read', async () => {
    expect((await spoken('eo')).words.tag).toBe('en');
    const world = createFakeBrowser();
    world.language = 'de';
    const { house } = await world.wake();
    house.edges.read = () => Promise.reject(new Error('gone'));
    expect((await house.words.now()).tag).toBe('en');
  });

  it('is read when something is said, not at each start, and in English never', async () => {
    const world = createFakeBrowser();
    world.language = 'de';
    const { house } = await world.wake();
    expect(world.read).toEqual([]);
    await house.words.now();
    await house.words.now();
    expect(world.read).toHaveLength(1);
    expect((await spoken('en-US')).world.read).toEqual([]);
  });
});

it('the menu follows a language that is chosen', async () => {
  const world = createFakeBrowser();
  const { commands } = await world.wake();
  await commands.run({ do: 'set-preferences', preferences: { language: 'de' } });
  await world.rest();
  expect(world.menu).toEqual({
    'guard-this-site': de.background.menu.guard,
    'stay-signed-in': de.background.menu.renew,
  });
});
