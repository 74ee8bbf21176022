import { describe, expect, it } from 'vitest';
import { english } from '../pages/language.ts';
import { chosenIn, createLive, type Live } from '../pages/live.ts';
import { createFakePage } from '../pages/testing/fake-page.ts';
import { wordsOf } from '../popup/session-words.ts';
import { madeUp, type MadeUp } from '../popup/testing/made-up.ts';
import { readOne } from '../prompt/session.ts';
import { decidedText } from './decided.ts';

const start = 1_800_000_000_000;
const minute = 60_000;
const site = { id: 'one', name: 'Ours', match: ['https://one.example/*'] };
const open = { by: 'request', url: '/renew', while: 'open', idle: '10m', atMost: '8h' };

async function follow(policy: object, sites: MadeUp[] = [], granted = ['<all_urls>']) {
  const page = createFakePage({ ...madeUp(start, sites), policy }, { origins: granted, permissions: [] });
  const heard: Live[] = [];
  createLive(page.edges, (now) => heard.push(now));
  await page.settle();
  const last = () => heard.at(-1)! as Live & { state: 'ready' };
  return { ...page, last };
}

describe('A page shows', () => {
  it('the sites of the organisation first, and that they are its own', async () => {
    const { last } = await follow({ sites: [site] }, [{ name: 'One' }, { name: 'Two' }]);
    expect(last().views.map(({ name, ofPolicy }) => [name, ofPolicy])).toEqual([
      ['Ours', true],
      ['Two', false],
    ]);
  });

  it('a site of the organisation without access in words of its own', async () => {
    const { last } = await follow({ sites: [site] }, [{ name: 'Two' }], []);
    const [ours, own] = last().views.map((view) => wordsOf(view, english(), start).sentences);
    expect(ours).toEqual([english().policy.guards]);
    expect(own).toEqual([english().popup.state.noAccess]);
  });

  it('keeping fresh as the limits have it, also what runs', async () => {
    const made = { name: 'Two', profile: { keepFresh: open } };
    const state = { keepFresh: { since: start, until: start + 480 * minute } };
    const shown = async (limits: object) =>
      (await follow({ limits }, [{ ...made, state }])).last().views[0]!.keepFresh;
    expect(await shown({ longestKeepFresh: '1h', keepFresh: 'active' })).toMatchObject({
      on: true,
      while: 'active',
      atMost: 60 * minute,
      until: start + 60 * minute,
      limit: 'active',
    });
    expect(await shown({ keepFresh: 'never' })).toMatchObject({ possible: true, on: false, limit: 'never' });
    expect((await shown({ keepFresh: 'open' })).limit).toBeUndefined();
  });

  it('what was decided at once, and what is wrong with it', async () => {
    const { last, change } = await follow({ language: 'de' });
    expect(chosenIn(last())).toBe('de');
    change({ policy: { notifications: 'no', organisation: 'IT' } });
    expect(chosenIn(last())).toBe('');
    expect(last().policy.organisation).toBe('IT');
    expect(last().policyProblems).toMatchObject([{ field: 'notifications' }]);
  });

  it('who decided, with or without a name', () => {
    expect(decidedText({ organisation: '$& Bank' }, english())).toBe('Decided by $& Bank.');
    expect(decidedText({}, english())).toBe('Decided by your organisation.');
  });
});

describe('The prompt shows', () => {
  it('a site of the organisation, in the language that it decided', async () => {
    const stored: Record<string, unknown> = { ...madeUp(start, [{ name: 'One', endsIn: minute }]) };
    delete stored.profiles;
    const area = { get: async (keys: string[]) => Object.fromEntries(keys.map((key) => [key, stored[key]])) };
    const [key = ''] = Object.keys(stored).filter((name) => name.startsWith('session:'));
    const read = () => readOne([area], key.slice('session:'.length), start);
    stored.policy = { sites: [site], language: 'de' };
    expect(await read()).toMatchObject({ view: { name: 'Ours' }, language: 'de' });
    delete stored.policy;
    expect(await read()).toBeUndefined();
  });
});
