import { describe, expect, it } from 'vitest';
import { madeUp, type MadeUp } from '../popup/testing/made-up.ts';
import { createLive, type Live, type LiveEdges } from './live.ts';
import { createFakePage } from './testing/fake-page.ts';

const minute = 60_000;
const start = 1_800_000_000_000;

async function follow(sites: MadeUp[], more: Partial<LiveEdges> = {}, stored: object = madeUp(start, sites)) {
  const page = createFakePage(stored);
  const heard: Live[] = [];
  const live = createLive({ ...page.edges, ...more }, (now) => heard.push(now));
  await page.settle();
  return { ...page, heard, live, last: () => heard.at(-1)! };
}

const phases = (live: Live) => (live.state === 'ready' ? live.views.map(({ phase }) => phase) : live.state);

describe('what is live in a page', () => {
  it('is read once, and computed', async () => {
    const { heard } = await follow([{ name: 'One', endsIn: 10 * minute }]);
    expect(heard.map(phases)).toEqual([['active']]);
  });

  it('follows what is stored, in both areas', async () => {
    const { change, last } = await follow([{ name: 'One', endsIn: 10 * minute }]);
    const { profiles } = madeUp(start, [{ name: 'One' }, { name: 'Two' }]);
    change({ profiles });
    expect(phases(last())).toEqual(['active', 'unknown']);
    change(
      { 'session:two|private': Object.values(madeUp(start, [{ name: 'Two', endsIn: minute }]))[2] },
      'session',
    );
    expect(phases(last())).toEqual(['active', 'warning']);
    change({ 'session:two|private': undefined }, 'session');
    expect(phases(last())).toEqual(['active', 'unknown']);
  });

  it('takes a change that comes while the rest is read', async () => {
    const page = createFakePage({});
    const heard: Live[] = [];
    createLive(page.edges, (now) => heard.push(now));
    page.change(madeUp(start, [{ name: 'One', endsIn: 10 * minute }]) as Record<string, unknown>);
    await page.settle();
    expect(heard.map(phases)).toEqual([['active']]);
  });

  it('follows access', async () => {
    const { grant, settle, last } = await follow([{ name: 'One', endsIn: 10 * minute }]);
    grant({ origins: [] });
    await settle();
    const live = last();
    expect(live.state === 'ready' && live.views[0]).toMatchObject({
      access: 'missing',
      cookiesMissing: true,
    });
  });

  it('changes by itself at the steps of the time left: one timer', async () => {
    const { pending, pass, heard } = await follow([
      { name: 'One', endsIn: 10 * minute },
      { name: 'Two', endsIn: 20 * minute + 500 },
    ]);
    expect(pending()).toHaveLength(1);
    pass(5 * minute);
    expect(heard.length).toBeGreaterThan(9);
    expect(heard.length).toBeLessThan(13);
    expect(pending()).toHaveLength(1);
  });

  it('changes when a warning begins, between two steps', async () => {
    const { pass, last } = await follow([
      { name: 'One', endsIn: 10 * minute, profile: { warnBefore: '5m30s' } },
    ]);
    pass(4 * minute + 29_000);
    expect(phases(last())).toEqual(['active']);
    pass(1100);
    expect(phases(last())).toEqual(['warning']);
  });

  it('changes at the end of what is not shown, and at no step of it', async () => {
    const { pass, heard, last } = await follow([{ name: 'One', endsIn: minute }], { isShown: () => false });
    pass(minute - 1000);
    expect(heard.length).toBeLessThan(3);
    pass(1000);
    expect(phases(last())).toEqual(['expired']);
  });

  it('does nothing while nobody sees the page, and is right at once when somebody does', async () => {
    const { show, pass, heard, last, pending } = await follow([{ name: 'One', endsIn: minute }]);
    show(false);
    expect(pending()).toEqual([]);
    const before = heard.length;
    pass(2 * minute);
    expect(heard).toHaveLength(before);
    show(true);
    expect(phases(last())).toEqual(['expired']);
  });

  it.each([
    ['profiles that are none', { profiles: 'nonsense{' }],
    [
      'a session that is none',
      { ...madeUp(start, [{ name: 'One' }]), 'session:one|': { site: 'one', page: 'nonsense' } },
    ],
  ])('%s: broken, with what there is for export', async (_, stored) => {
    const { last } = await follow([], {}, stored);
    expect(last()).toMatchObject({ state: 'broken', data: { profiles: stored.profiles } });
  });

  it('mended, it is not broken any more', async () => {
    const { change, last } = await follow([], {}, { profiles: 7 });
    change({ profiles: { version: 1, sites: [] } });
    expect(last()).toMatchObject({ state: 'ready', views: [] });
  });

  it('a storage that cannot be read is broken', async () => {
    const page = createFakePage({});
    page.breakStorage();
    const heard: Live[] = [];
    createLive(page.edges, (now) => heard.push(now));
    await page.settle();
    expect(heard).toMatchObject([{ state: 'broken', why: 'corrupted' }]);
  });

  it('stopped, it leaves nothing', async () => {
    const { live, pending, listeners } = await follow([{ name: 'One', endsIn: 10 * minute }]);
    live.stop();
    expect([pending(), listeners()]).toEqual([[], 0]);
  });
});
