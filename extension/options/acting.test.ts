import { describe, expect, it } from 'vitest';
import type { Command, CommandAnswer } from '../messages.ts';
import { example, siteOf, written } from '../profile/testing/example.ts';
import {
  addImported,
  addPreset,
  confirmSite,
  giveAccess,
  putBefore,
  saveDraft,
  takeAccessBack,
} from './acting.ts';
import { profilesOf, type Profiles } from './documents.ts';
import { draftOf, withMember } from './drafts.ts';
import type { Needs } from './needs.ts';

const other = { ...example(), id: 'other', name: 'Other' };
const stored = (...sites: object[]) => profilesOf(written(sites[0]!, ...sites.slice(1))) as Profiles;

/** A browser that asks only at once in a click, and a background that takes everything. */
function hands(agrees = true) {
  const said: (Command | Needs)[] = [];
  let inClick = false;
  const permission = async (needs: Needs) => {
    if (!inClick) throw new Error('permissions.request may only be called from a user input handler');
    said.push(needs);
    return agrees;
  };
  const send = async (command: Command): Promise<CommandAnswer> => {
    said.push(command);
    return { ok: true };
  };
  const click = <T>(act: () => Promise<T>): Promise<T> => {
    inClick = true;
    const done = act();
    inClick = false;
    return done;
  };
  return { said, click, hands: { send, request: permission, remove: permission } };
}

describe('access', () => {
  it('is asked for at once in the click', async () => {
    const { click, hands: given, said } = hands();
    expect(
      await click(() => giveAccess(given, { origins: ['https://a.example/*'], permissions: [] })),
    ).toEqual({ ok: true });
    expect(said).toHaveLength(1);
  });

  it('outside of a click it is denied, not thrown', async () =>
    expect(await giveAccess(hands().hands, { origins: [], permissions: [] })).toMatchObject({
      problem: { code: 'access-denied' },
    }));

  it('is given back where no other site needs it', async () => {
    const site = siteOf();
    const { click, hands: given, said } = hands();
    expect(await click(() => takeAccessBack(given, site, []))).toEqual({ ok: true });
    expect(said).toEqual([
      { origins: ['https://app.example.com/*', 'https://api.example.com/*'], permissions: [] },
    ]);
    expect(await click(() => takeAccessBack(given, site, [siteOf()]))).toMatchObject({
      problem: { code: 'needed-by-others' },
    });
  });
});

describe('what was imported', () => {
  it('arrives paused, under ids of its own', async () => {
    const { hands: given, said } = hands();
    await addImported(given, [example()], ['example']);
    expect(said).toMatchObject([{ do: 'add-profiles', confirmed: false }]);
    expect(JSON.parse((said[0] as { text: string }).text).sites[0].id).toBe('example-2');
  });

  it('begins with access and a word of the person', async () => {
    const { click, hands: given, said } = hands();
    await click(() => confirmSite(given, siteOf()));
    expect(said).toEqual([
      expect.objectContaining({ origins: expect.any(Array) }),
      { do: 'confirm', site: 'example' },
    ]);
  });

  it('stays paused where access is denied', async () => {
    const { click, hands: given, said } = hands(false);
    expect(await click(() => confirmSite(given, siteOf()))).toMatchObject({
      problem: { code: 'access-denied' },
    });
    expect(said).toHaveLength(1);
  });
});

describe('presets', () => {
  it('are added at an address of one’s own', async () => {
    const { click, hands: given, said } = hands();
    await click(() => addPreset(given, 'arcp', ' http://127.0.0.1:4310/arcp/ ', ['arcp']));
    expect(said).toMatchObject([
      { origins: ['http://127.0.0.1/*'] },
      { do: 'add-profiles', confirmed: true },
    ]);
    expect(JSON.parse((said[1] as { text: string }).text).sites[0]).toMatchObject({
      id: 'arcp-2',
      match: ['http://127.0.0.1:4310/arcp/*'],
    });
  });

  it.each(['', 'nonsense', 'javascript:alert(1)'])('not at %j', async (address) => {
    const { click, hands: given, said } = hands();
    expect(await click(() => addPreset(given, 'arcp', address, []))).toMatchObject({
      problem: { code: 'bad-address' },
    });
    expect(said).toEqual([]);
  });
});

describe('saving', () => {
  const draft = draftOf(example());

  it('changes one site, as written, and asks for nothing more', async () => {
    const { click, hands: given, said } = hands();
    expect(
      await click(() => saveDraft(given, stored(example(), other), withMember(draft, ['name'], 'New'))),
    ).toEqual({ ok: true });
    const { sites } = JSON.parse((said[0] as { text: string }).text);
    expect(sites).toEqual([{ ...example(), name: 'New' }, other]);
    expect(said).toHaveLength(1);
  });

  it('asks first where the site needs more', async () => {
    const { click, hands: given, said } = hands();
    const more = withMember(draft, ['match', 1], 'https://more.example.com/*');
    await click(() =>
      saveDraft(
        given,
        stored(example()),
        withMember(more, ['match'], ['https://app.example.com/*', 'https://more.example.com/*']),
      ),
    );
    expect(said).toMatchObject([
      { origins: expect.arrayContaining(['https://more.example.com/*']) },
      { do: 'save-profiles' },
    ]);
  });

  it('is refused whole, and nothing is sent', async () => {
    const { click, hands: given, said } = hands();
    for (const bad of [withMember(draft, ['warnBefore'], '1s'), { ...draft, text: '{' }])
      expect(await click(() => saveDraft(given, stored(example()), bad))).toMatchObject({ ok: false });
    expect(said).toEqual([]);
  });

  it('takes back nothing that was saved elsewhere meanwhile, unless told to', async () => {
    const { click, hands: given } = hands();
    const now = stored({ ...example(), name: 'Renamed in the popup' });
    expect(await click(() => saveDraft(given, now, draft))).toMatchObject({
      problem: { code: 'changed-elsewhere' },
    });
    expect(await click(() => saveDraft(given, now, draft, { overwrite: true }))).toEqual({ ok: true });
  });

  it('brings no site back that is guarded no more', async () => {
    const { click, hands: given } = hands();
    expect(await click(() => saveDraft(given, stored(other), draft, { overwrite: true }))).toMatchObject({
      problem: { code: 'unguarded' },
    });
  });
});

it('the order of two sites can be changed', async () => {
  const { hands: given, said } = hands();
  await putBefore(given, stored(example(), other), 'other', 'example');
  expect(JSON.parse((said[0] as { text: string }).text).sites.map(({ id }: { id: string }) => id)).toEqual([
    'other',
    'example',
  ]);
});
