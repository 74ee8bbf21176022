import { describe, expect } from 'vitest';
import { start } from '../element.ts';
import { entriesOf, mark } from '../log.ts';
import { press, see, untilClosed, untilDialog, untilEvent, untilPhase } from '../prompt.ts';
import { everything } from '../site-pages.ts';
import { story, visit } from '../story.ts';
import { hide, pass, setOffline, show } from '../tab.ts';
import { comeBack, enter } from './ways.ts';
import { adasWork, endNow, leave, readWork, words, work } from './work.ts';

describe.concurrent('A session that comes back without a click on the prompt', () => {
  story('by a sign-in in another tab, is back in all of them', async ({ site, context, open }) => {
    const hidden = await open();
    const before = [await adasWork({ site, context, tab: hidden })];
    const front = await open();
    await visit(front, hidden.page.url());
    await work(front, 'title', words(400));
    before.push(await readWork(front));
    await leave(front, site, 6);
    for (const tab of [hidden, front]) await untilPhase(tab, 'ended');
    await untilDialog(front);

    const other = await hide(front);
    await other.goto(`${site.origin}/signin?return_to=${new URL(front.page.url()).pathname}`);
    await other.type('#subject', 'ada');
    // Its reply comes when the person is back already.
    await other.evaluate(() => void setTimeout(() => document.forms[0]!.requestSubmit(), 2500));
    const since = mark(front.log);
    await show(front);
    await untilEvent(front, 'restored', { after: since });
    await untilClosed(front);
    expect(site.askedOf('/signin').map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(await readWork(front)).toEqual(before[1]);
    expect(await see(hidden)).toMatchObject({ phase: 'ended' });
    await comeBack(hidden);
    expect(await readWork(hidden)).toEqual(before[0]);
  });

  story('while the page was offline, is back with the network', async ({ site, context, tab }) => {
    const before = await adasWork({ site, context, tab });
    await leave(tab, site, 6);
    await untilPhase(tab, 'warning');
    await setOffline(tab, true);
    await untilPhase(tab, 'expired');
    await untilDialog(tab);
    const other = await hide(tab);
    await other.goto(`${site.origin}/signin`);
    await enter(other, 'ada');
    await show(tab);
    await pass(1500);
    expect(await see(tab)).toMatchObject({ phase: 'expired', dialog: true });
    const since = mark(tab.log);
    await setOffline(tab, false);
    await untilEvent(tab, 'restored', { after: since });
    await untilClosed(tab);
    expect(await readWork(tab)).toEqual(before);
    expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
  });

  story('by the server alone, is found by “Check again”', async ({ site, context, tab }) => {
    const before = await adasWork({ site, context, tab });
    await endNow(tab, site);
    await press(tab, 'look');
    await pass(1000);
    expect(await see(tab)).toMatchObject({ phase: 'ended', dialog: true });
    site.sessions.extendLatest();
    await press(tab, 'look');
    await untilEvent(tab, 'restored');
    await untilClosed(tab);
    expect(await readWork(tab)).toEqual(before);
  });

  story('by the server alone, is found on return', async ({ site, context, tab }) => {
    const before = await adasWork({ site, context, tab }, everything);
    await leave(tab, site, 6);
    await untilPhase(tab, 'ended');
    await untilDialog(tab);
    const other = await hide(tab);
    site.sessions.extendLatest();
    await other.close();
    await comeBack(tab);
    expect(await readWork(tab)).toEqual(before);
    expect(site.askedOf('/api/session/renew')).toEqual([]);
  });

  story('by the page’s own word, is back at once', async ({ site, context, tab }) => {
    const before = await adasWork({ site, context, tab });
    await endNow(tab, site);
    await start(tab, 90);
    await untilEvent(tab, 'restored', { within: 5000 });
    await untilClosed(tab);
    expect(await readWork(tab)).toEqual(before);
  });
});
