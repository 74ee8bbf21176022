import { describe, expect } from 'vitest';
import { pass } from '../tab.ts';
import { command, guard, signIn, siteProfile } from './guarded.ts';
import { together } from './story.ts';
import {
  deedsSince,
  expectCountdown,
  focusIn,
  isOver,
  isWarning,
  keyOf,
  press,
  recordAt,
  signInAt,
  stateAt,
  untilGone,
  untilKnown,
  untilSays,
  untouched,
  work,
  workIn,
} from './told.ts';
import { until } from './view.ts';

const plain = { element: 'none' } as const;

describe.concurrent('A site that the extension guards', () => {
  together(
    'is counted down, warned of, renewed, over, and back in every tab',
    async ({ extension, site }) => {
      const page = site.page({}, plain);
      const first = await extension.newWindow();
      await signIn(first, site, page);
      await work(first);
      const second = await extension.newWindow(page);
      const hidden = await extension.newTab(page, second);
      await second.bringToFront();
      const popup = await extension.newWindow(`${extension.origin}/extension/popup/index.html`);
      const prompts = [first, second, hidden].map((tab) => extension.prompt(tab));
      const [prompt, other] = prompts as [(typeof prompts)[0], (typeof prompts)[0]];
      const renewals = () => site.askedOf('/api/session/renew').length;

      site.sessions.life = 40;
      site.sessions.extendLatest();
      const signInUrl = `/signin?return_to=${encodeURIComponent(page)}`;
      await guard(
        extension,
        siteProfile(site, { id: 'whole', siteRenews: '6s', signIn: { url: signInUrl } }),
      );
      const { facts } = (await untilKnown(extension, 'whole'))!;
      expect(Math.abs(facts.stated!.at - site.endsAt())).toBeLessThan(1000);
      for (const tab of [first, second, hidden])
        await until(
          'the badge',
          () => extension.badge(tab),
          (text) => text === (site.endsAt() - Date.now() > 30_000 ? '30s' : '!'),
        );
      await expectCountdown(popup, 'Work', site.endsAt);

      // The server changes its mind, and a look hears of it.
      site.sessions.life = 12;
      site.sessions.extendLatest();
      await command(extension, { do: 'look', key: keyOf('whole') });
      await expectCountdown(popup, 'Work', site.endsAt);
      await until(
        'the badge',
        () => extension.badge(first),
        (text) => text === '!',
      );
      const warned = site.endsAt() - 6000;
      await until('the warning', () => prompt.exists(), Boolean, warned - Date.now() + 5000);
      expect(Date.now() - warned).toBeGreaterThan(-1500);
      await untilSays('its words', prompt, isWarning);
      await untilSays('its words', other, isWarning);
      expect(await prompt.text()).toContain('Work');
      expect(await extension.prompt(hidden).exists()).toBe(false);
      await expectCountdown(prompt, 'Work', site.endsAt);
      expect(renewals()).toBe(0);

      await press(prompt, 'Stay signed in', () => renewals() > 0);
      await untilGone(prompt);
      await untilGone(other);
      expect(renewals()).toBe(1);

      await untilSays('the next warning', prompt, isWarning, site.endsAt() - Date.now());
      const endsAt = site.endsAt();
      await untilSays('the end', prompt, isOver, endsAt - Date.now() + 4000);
      expect(Date.now() - endsAt).toBeGreaterThan(-1500);
      await untilSays('the end', other, isOver);
      await first.click('#name');
      expect(await focusIn(first), 'under a modal dialog').not.toBe('name');
      await hidden.bringToFront();
      await untilSays('the end', prompts[2]!, isOver);
      expect(await extension.badge(hidden)).toBe('!');
      const { endings } = (await stateAt(extension, 'whole'))!;
      expect(endings).toMatchObject([{ reason: 'expired' }]);
      expect(deedsSince(site, endsAt)).toEqual([]);

      site.sessions.life = 600;
      await press(prompt, 'Sign in again', () => site.askedOf('/signin', endsAt).length > 0);
      expect(site.askedOf('/signin', endsAt)).toHaveLength(1);
      expect(deedsSince(site, endsAt)).toEqual([]);
      await signInAt(extension, site);
      for (const each of prompts) await untilGone(each);
      for (const tab of [first, second, hidden])
        await until(
          'the badge',
          () => extension.badge(tab),
          (text) => /^(9|10)m$/.test(text),
        );
      expect(await workIn(first)).toEqual(untouched);
      expect(renewals()).toBe(1);
      expect((await stateAt(extension, 'whole'))!.endings).toHaveLength(1);
      // Where somebody looks, the prompt tells.
      expect(await extension.notifications()).not.toContain(keyOf('whole'));
    },
  );

  together(
    'out of view is told of by one notification, and asked about on return',
    async ({ extension, site }) => {
      const tab = await extension.newWindow();
      await signIn(tab, site, site.page({}, plain));
      await extension.newTab('about:blank', tab);
      await until('the tab out of view', () => tab.evaluate(() => document.hidden));
      site.sessions.life = 12;
      site.sessions.extendLatest();
      await guard(extension, siteProfile(site, { id: 'unseen', name: 'Other', siteRenews: '6s' }));
      await untilKnown(extension, 'unseen');
      const told = async () => (await extension.notifications()).filter((id) => id === keyOf('unseen'));
      await until('the notification', told, ({ length }) => length === 1, 10_000);
      expect((await recordAt(extension, 'unseen'))!.notified).not.toHaveProperty('end');

      const endsAt = site.endsAt();
      await until(
        'the end told',
        () => recordAt(extension, 'unseen'),
        (record) => record?.notified.end !== undefined,
        endsAt - Date.now() + 4000,
      );
      expect(await told()).toHaveLength(1);
      expect(await extension.prompt(tab).exists()).toBe(false);
      await tab.bringToFront();
      await untilSays('the end', extension.prompt(tab), isOver);
      expect(deedsSince(site, endsAt)).toEqual([]);
      expect((await stateAt(extension, 'unseen'))!.endings).toHaveLength(1);
    },
  );

  together(
    'is kept fresh by requests while somebody is active, and not while nobody is',
    async ({ extension, site }) => {
      const tab = await extension.newWindow();
      await signIn(tab, site, site.page({}, plain));
      site.sessions.life = 14;
      site.sessions.extendLatest();
      await guard(extension, siteProfile(site, { id: 'active', name: 'Other', siteRenews: '4s' }));
      await untilKnown(extension, 'active');
      await command(extension, { do: 'keep-fresh', site: 'active', on: true });
      const renewals = () => site.askedOf('/api/session/renew').length;
      // However long all this took: from here on there are ten seconds to act.
      site.sessions.extendLatest();
      await command(extension, { do: 'look', key: keyOf('active') });
      // Keys that a script makes are nobody's.
      await tab.evaluate(() =>
        document
          .querySelector('#notes')!
          .dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })),
      );
      // One gesture: keys could take until after the renewal.
      await tab.click('#notes');
      await until(
        'a renewal',
        async () => renewals(),
        (count) => count === 1,
        12_000,
      );
      expect(await extension.prompt(tab).exists()).toBe(false);
      // From here on nobody does anything: the warning comes, and nothing was sent.
      await untilSays('the warning', extension.prompt(tab), isWarning, 14_000);
      expect(renewals()).toBe(1);
    },
  );

  together(
    'is kept fresh by reloads of a tab nobody uses, never of one that is used',
    async ({ extension, site }) => {
      const page = site.page({}, plain);
      site.slides = true;
      const used = await extension.newWindow();
      await signIn(used, site, page);
      const spare = await extension.newTab(page, used);
      await used.bringToFront();
      await work(used);
      site.sessions.life = 16;
      site.sessions.extendLatest();
      await guard(
        extension,
        siteProfile(site, { id: 'reload', name: 'Other', siteRenews: '4s', keepFresh: { by: 'reload' } }),
      );
      await untilKnown(extension, 'reload');
      await command(extension, { do: 'keep-fresh', site: 'reload', on: true });
      await used.press('!');
      // What runs in a page from here counts as somebody's hand in Chromium: the server is asked instead.
      const loads = () => site.askedOf('/page/0').length;
      await until(
        'the other tab loaded anew',
        async () => loads(),
        (count) => count === 3,
        14_000,
      );
      await until(
        'the end moved',
        async () => (await recordAt(extension, 'reload'))?.facts.stated?.at ?? 0,
        (at) => at > Date.now() + 8000,
      );
      expect(await workIn(used)).toEqual({ ...untouched, notes: 'Half a sentence!' });

      // Used by now, and nobody else is out of view: nothing is loaded anew, and it is said why.
      await spare.bringToFront();
      await work(spare);
      await used.bringToFront();
      await used.press('?');
      await until(
        'why not',
        async () => (await recordAt(extension, 'reload'))?.stuck,
        (stuck) => stuck === 'tab-used',
        14_000,
      );
      await pass(500);
      expect(await workIn(spare)).toMatchObject({ notes: 'Half a sentence', isSame: true });
      expect(await workIn(used)).toMatchObject({ isSame: true });
    },
  );
});
