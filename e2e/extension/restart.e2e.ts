import { describe, expect } from 'vitest';
import { openSite } from '../site.ts';
import { command, guard, signIn, siteProfile } from './guarded.ts';
import { story } from './story.ts';
import { expectCountdown, keyOf, recordAt, stateAt, untilKnown } from './told.ts';
import { until } from './view.ts';

describe('A restart of the browser in the middle', () => {
  story(
    'brings sessions, profiles, pauses and switches back; what ended meanwhile is told, and once',
    async ({ extension, onTestFinished }) => {
      const ids = ['long', 'paused', 'ending'] as const;
      const sites = await Promise.all(ids.map((_, index) => openSite(50, `127.0.2.${index + 1}`)));
      onTestFinished(() => Promise.all(sites.map((site) => site.close())).then(() => undefined));
      const [long, , ending] = sites as [(typeof sites)[0], (typeof sites)[0], (typeof sites)[0]];
      const pages = sites.map((site) => site.page({}, { element: 'none' }));
      for (const [index, site] of sites.entries()) {
        site.remembers = true;
        await signIn(await extension.newTab(), site, pages[index]!);
        await guard(extension, siteProfile(site, { id: ids[index], siteRenews: '4s' }));
        await untilKnown(extension, ids[index]!);
      }
      await command(extension, { do: 'keep-fresh', site: 'long', on: true });
      await command(extension, { do: 'pause', site: 'paused', on: true });
      ending.sessions.life = 5;
      ending.sessions.extendLatest();
      await command(extension, { do: 'look', key: keyOf('ending') });
      const endsAt = ending.endsAt();
      const stored = await extension.storage();
      const asked = sites.map((site) => site.asked.length);

      await extension.restart();
      expect((await extension.storage()).profiles).toEqual(stored.profiles);
      expect((await stateAt(extension, 'long'))!.keepFresh).toBeDefined();
      expect((await stateAt(extension, 'paused'))!.paused).toBe('person');
      await until(
        'the end told',
        () => recordAt(extension, 'ending'),
        (record) => record?.notified.end !== undefined,
        Math.max(0, endsAt - Date.now()) + 20_000,
      );
      const told = async () => (await extension.notifications()).filter((key) => key.includes('|'));
      await until('the notification', told, ({ length }) => length > 0);
      expect(await told()).toEqual([keyOf('ending')]);
      expect((await stateAt(extension, 'ending'))!.endings).toHaveLength(1);
      // No tab of any site is open: nothing is asked.
      expect(sites.map((site) => site.asked.length)).toEqual(asked);

      const tab = await extension.newTab(pages[0]);
      const popup = await extension.newWindow(`${extension.origin}/extension/popup/index.html`);
      await until(
        'the badge',
        () => extension.badge(tab),
        (text) => /^(30s|!)$/.test(text),
      );
      await expectCountdown(popup, 'Work', long.endsAt);

      await extension.lever.evaluate((key) => {
        const { notifications } = (
          globalThis as unknown as { browser: { notifications: { clear(key: string): Promise<boolean> } } }
        ).browser;
        return notifications.clear(key);
      }, keyOf('ending'));
      await extension.killWorker();
      await command(extension, { do: 'look', key: keyOf('long') });
      expect(await told()).toEqual([]);
      expect((await stateAt(extension, 'ending'))!.endings).toHaveLength(1);
    },
  );
});

describe('A wish to guard a site', () => {
  story(
    'is done when access is given, though the popup that asked has closed',
    async ({ extension, site }) => {
      const tab = await extension.newTab(site.page({}, { element: 'none' }));
      await extension.store({ wish: { at: Date.now(), origin: site.origin, name: 'Work', tabId: tab.id } });
      await extension.killWorker();
      await extension.grant({ origins: ['http://127.0.0.1/*'] });
      const profiles = await until(
        'the profile',
        async () => (await extension.storage()).profiles as { sites: { match: string[] }[] },
        (found) => found?.sites.length === 1,
      );
      expect(profiles.sites[0]!.match).toEqual([`${site.origin}/*`]);
      await until('the wish done', async () => !('wish' in (await extension.storage())));
    },
  );

  story('is none after a while, and guards nothing', async ({ extension, site }) => {
    await extension.store({ wish: { at: Date.now() - 3_600_000, origin: site.origin, name: 'Work' } });
    await extension.grant({ origins: ['http://127.0.0.1/*'] });
    await command(extension, { do: 'guard' });
    expect(await extension.storage()).not.toHaveProperty('profiles');
  });
});
