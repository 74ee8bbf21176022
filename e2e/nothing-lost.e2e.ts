import { describe, expect } from 'vitest';
import { askedOf, comeBack, enter, followLink } from './coming-back/ways.ts';
import { content, leave, readWork, words, work, type Place } from './coming-back/work.ts';
import { entriesOf } from './log.ts';
import { openMany } from './many.ts';
import { see, untilDialog, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story } from './story.ts';
import { show, type Tab } from './tab.ts';

describe.concurrent('Nothing is lost', () => {
  story(
    'of a long half-typed form, in three tabs of one session that ends',
    async ({ site, context, open }) => {
      site.sessions.life = 300;
      await signIn(context, site, 'ada');
      const url = site.page({ ...everything, 'keep-fresh': 'active' }, { content });
      const tabs = (await openMany(3, open, url)) as [Tab, Tab, Tab];
      const places: Place[] = ['letter', 'title', 'report'];
      for (const [index, tab] of tabs.entries()) {
        await show(tab);
        await work(tab, places[index]!, words(2000));
      }
      const [, , front] = tabs;
      const before = await Promise.all(tabs.map(readWork));
      expect(before.map(({ focus }) => focus)).toEqual(places);
      for (const { scroll } of before) expect(scroll).toEqual([0, 900, 700]);

      await leave(front, site, 8);
      await Promise.all(tabs.map((tab) => untilPhase(tab, 'ended')));
      await untilDialog(front);
      expect(await see(front)).toMatchObject({ modal: true, focus: 'heading' });
      const other = await followLink(front);
      const [clicked] = entriesOf(front.log, 'session-guard-before-sign-in');
      const meanwhile = askedOf(site, site.endsAt(), clicked!.at);
      expect([...new Set(meanwhile)]).toEqual(['GET /api/session']);
      expect(meanwhile.length).toBeLessThanOrEqual(3);

      await enter(other, 'ada');
      for (const [index, tab] of tabs.entries()) {
        await comeBack(tab);
        expect(await readWork(tab)).toEqual(before[index]);
        expect(entriesOf(tab.log, 'session-guard-ended')).toHaveLength(1);
      }
      expect(site.askedOf('/api/session/renew')).toEqual([]);
    },
  );
});
