import { describe, expect } from 'vitest';
import { end, start } from '../element.ts';
import { entriesOf, mark } from '../log.ts';
import { untilEvent, untilPhase } from '../prompt.ts';
import { signIn, story, visit } from '../story.ts';
import { look } from '../voices/guard.ts';
import {
  endSession,
  follow,
  hasNoOffer,
  leaving,
  open,
  signInAgain,
  stored,
  untilForgotten,
  typeAndComeBack,
  untilOffered,
  untilStored,
  valueOf,
} from './leaving.ts';

describe.concurrent('What was typed before a sign-in that leaves the page is not offered', () => {
  story('to somebody else, and then not kept either', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    await open(stage);
    await tab.page.type('#notes', 'of Ada');
    await endSession(stage);
    expect(await untilStored(tab)).not.toMatch(/"ada"/);
    await signInAgain(stage, 'bob');
    expect(await hasNoOffer(tab)).toBe(true);
    expect(await valueOf(tab, 'notes')).toBe('');
    expect(await stored(tab)).toBe('{}');
  });

  story('to whom the page only claims to be the same person', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    const claiming = { ...leaving, subject: 'ada', 'expires-in': '600' };
    await open(stage, claiming);
    await tab.page.type('#notes', 'of Ada');
    await endSession(stage);
    await untilStored(tab);
    const url = tab.page.url();
    await follow(tab);
    await signIn(context, site, 'bob');
    const looks = site.askedOf('/api/session').length;
    const since = mark(tab.log);
    await visit(tab, url);
    const ended = await untilEvent(tab, 'ended', { after: since });
    expect(ended.detail).toMatchObject({ reason: 'other-user' });
    expect(site.askedOf('/api/session').length).toBeGreaterThan(looks);
    await untilForgotten(tab);
  });

  story('before a look has said who is there', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    const rendered = { ...leaving, 'expires-in': '600' };
    await open(stage, rendered);
    await tab.page.type('#notes', 'of Ada');
    await endSession(stage);
    await untilStored(tab);
    site.answer('/api/session', () => ({
      delay: 2500,
      body: site.describe(site.sessions.latestEnd(), Date.now(), 'ada'),
    }));
    await signInAgain(stage, 'ada');
    const offered = await untilOffered(tab);
    const asked = site.askedOf('/api/session').at(-1)!;
    expect(offered.at - asked.at).toBeGreaterThanOrEqual(2400);
  });

  story('before one, where the first got no answer', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    await open(stage, { ...leaving, 'expires-in': '600' });
    await tab.page.type('#notes', 'of Ada');
    await endSession(stage);
    await untilStored(tab);
    site.answer('/api/session', { status: 503 });
    await signInAgain(stage, 'ada');
    expect(await hasNoOffer(tab)).toBe(true);
    expect(await untilStored(tab)).toContain('of Ada');
    site.answer('/api/session', undefined);
    await look(tab);
    await untilOffered(tab);
  });

  story('after signing out', async ({ site, context, tab }) => {
    await typeAndComeBack({ site, context, tab }, 'of Ada');
    await end(tab);
    await untilForgotten(tab);
    expect(await hasNoOffer(tab)).toBe(true);
  });

  story('when the session came back without leaving', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    await open(stage);
    await tab.page.type('#notes', 'still in the page');
    await endSession(stage);
    await untilStored(tab);
    await start(tab, 600);
    await untilEvent(tab, 'restored');
    await untilForgotten(tab);
    expect(await valueOf(tab, 'notes')).toBe('still in the page');
    await tab.page.reload();
    expect(await hasNoOffer(tab)).toBe(true);
  });

  story('in another tab, where nothing breaks', async ({ site, context, tab, open: openTab }) => {
    const stage = { site, context, tab };
    await open(stage);
    await tab.page.type('#notes', 'gone with its tab');
    await endSession(stage);
    await untilStored(tab);
    const url = tab.page.url();
    const next = await openTab();
    await tab.page.close();
    await signIn(context, site, 'ada');
    const since = mark(next.log);
    await visit(next, url);
    await untilPhase(next, 'active', { after: since });
    expect(await hasNoOffer(next)).toBe(true);
    expect(await stored(next)).toBe('{}');
    expect(entriesOf(next.log, 'session-guard-problem')).toEqual([]);
  });
});
