import { describe, expect, it } from 'vitest';
import { problem } from '../../shared/problem.ts';
import type { Command, CommandAnswer } from '../messages.ts';
import { createFakePage } from '../pages/testing/fake-page.ts';
import { inEnglish } from '../pages/testing/in-english.ts';
import { createPopup } from './create-popup.ts';
import type { Scene } from './scene.ts';
import type { CurrentTab } from './tab.ts';
import { createStrictAccess } from './testing/strict-request.ts';
import { madeUp, type MadeUp } from './testing/made-up.ts';

const minute = 60_000;
const start = 1_800_000_000_000;
const url = 'https://one.example/app';

interface Given {
  sites?: MadeUp[];
  stored?: object;
  tab?: CurrentTab;
  gives?: boolean | 'never';
  answer?: CommandAnswer;
  origins?: string[];
}

async function open({ sites = [], stored, tab = { id: 7, url }, gives = true, answer, origins }: Given = {}) {
  const page = createFakePage(stored ?? madeUp(start, sites), {
    origins: origins ?? ['<all_urls>'],
    permissions: ['cookies'],
  });
  const strict = createStrictAccess(gives);
  const sent: Command[] = [];
  const opened: string[] = [];
  const saved: unknown[] = [];
  const scenes: Scene[] = [];
  createPopup(
    {
      ...page.edges,
      access: strict.access,
      send: (command) => {
        sent.push(command);
        return Promise.resolve(answer ?? { ok: true });
      },
      speaking: inEnglish(),
      tab: () => Promise.resolve(tab),
      isOnline: () => true,
      onOnline: () => {},
      openPage: (path) => opened.push(path),
      siteAt: () => Promise.resolve('one'),
      saveCopy: (data) => saved.push(data),
    },
    (scene) => scenes.push(scene),
  );
  await page.settle();
  const last = () => scenes.at(-1)!;
  return { ...page, ...strict, sent, opened, saved, scenes, last, gestures: last().gestures };
}

describe('"Guard this site"', () => {
  it('asks first, then guards, then opens the page on which it goes on', async () => {
    const { gestures, click, calls, sent, opened, settle, last } = await open();
    gestures.pressGuard();
    click(gestures.guard);
    expect(last().guarding).toBe('asking');
    await settle();
    expect(calls).toEqual(['wish https://one.example', 'request', 'wish https://one.example']);
    expect(sent).toEqual([{ do: 'guard' }]);
    expect(opened).toEqual(['extension/guarding/index.html?site=one&tab=7']);
  });

  it('denied, it says so, sends nothing, and can be asked again', async () => {
    const { gestures, click, sent, settle, last, calls } = await open({ gives: false });
    click(gestures.guard);
    await settle();
    expect([last().guarding, sent]).toEqual(['denied', []]);
    click(gestures.guard);
    expect(calls.filter((call) => call === 'request')).toHaveLength(2);
  });

  it('outside of a click it fails, and says so', async () => {
    const { gestures, settle, last, sent } = await open();
    gestures.guard();
    await settle();
    expect([last().guarding, sent]).toEqual([problem('not-asked'), []]);
  });

  it('refused by the background, it says why', async () => {
    const { gestures, click, settle, last, opened } = await open({
      answer: { ok: false, problem: problem('too-many-sites') },
    });
    click(gestures.guard);
    await settle();
    expect([last().guarding, opened]).toEqual([problem('too-many-sites'), []]);
  });

  const wish = { at: start, origin: 'https://one.example', name: 'one.example' };

  it('what was wished before the popup closed is done when it opens again, once', async () => {
    const { sent, change } = await open({ stored: { wish }, origins: ['https://one.example/*'] });
    change({ preferences: {} });
    expect(sent).toEqual([{ do: 'guard' }]);
  });

  it.each([
    ['without access', { stored: { wish }, origins: [] }],
    ['for another site', { stored: { wish: { ...wish, origin: 'https://two.example' } } }],
    ['once the site is guarded', { stored: { ...madeUp(start, [{ name: 'One' }]), wish } }],
  ])('a wish is not done %s', async (_, given) => expect((await open(given)).sent).toEqual([]));

  it('does nothing on pages that cannot be guarded', async () => {
    const { gestures, click, calls } = await open({ tab: { id: 1, url: 'chrome://settings' } });
    gestures.pressGuard();
    click(gestures.guard);
    expect(calls).toEqual([]);
  });
});

describe('access that was taken back', () => {
  const given = { sites: [{ name: 'One', endsIn: minute }], origins: [] };

  it('is asked for first in the click: all of the site, without ports and paths', async () => {
    const { last, click, asked, settle } = await open(given);
    const { live, gestures } = last();
    click(() => gestures.giveAccess(live!.state === 'ready' ? live!.views[0]! : (undefined as never)));
    await settle();
    expect(asked).toEqual([{ origins: ['https://one.example/*'], permissions: ['cookies'] }]);
    expect(last().problems.size).toBe(0);
  });

  it('denied again, it says so', async () => {
    const { last, click, settle } = await open({ ...given, gives: false });
    const { live, gestures } = last();
    click(() => gestures.giveAccess(live!.state === 'ready' ? live!.views[0]! : (undefined as never)));
    await settle();
    expect(last().problems.get('one|')).toEqual(problem('denied'));
  });
});

describe('the popup', () => {
  it('shows nothing as known before it knows the tab and what is stored', async () => {
    const { scenes } = await open({ sites: [{ name: 'One', endsIn: minute }] });
    expect(scenes[0]!.live).toBeUndefined();
    expect(scenes.at(-1)!.live?.state).toBe('ready');
  });

  it('shows what was asked for, and what came of it', async () => {
    const { gestures, settle, last } = await open({
      sites: [{ name: 'One', endsIn: minute }],
      answer: { ok: false, problem: problem('no-tab') },
    });
    gestures.send('one|', { do: 'renew', key: 'one|' });
    expect(last().pending.get('one|')).toBe('renew');
    await settle();
    expect(last().pending.size).toBe(0);
    expect(last().problems.get('one|')).toEqual(problem('no-tab'));
  });

  it('says a change of phase, and no step of the time', async () => {
    const { pass, last } = await open({ sites: [{ name: 'One', endsIn: 5 * minute }] });
    pass(2 * minute);
    expect(last().speech).toBe('');
    pass(90_000);
    expect(last().speech).toBe('One: Ends soon');
  });

  it('hands out what was set aside, or all that cannot be read', async () => {
    const aside = [{ at: 1, key: 'profiles', data: 7, problems: [] }];
    const some = await open({ stored: { 'set-aside': aside } });
    some.gestures.saveCopy();
    expect(some.saved).toEqual([aside]);
    const none = await open({ stored: { profiles: 7 } });
    none.gestures.saveCopy();
    expect(none.saved).toEqual([{ profiles: 7 }]);
  });
});
