import { expect, it, vi } from 'vitest';
import { english } from '../../../component/prompt/texts.ts';
import { createThemes } from './desk.ts';

const mine = JSON.stringify({ $extensions: { 'session-guard': { version: 1, name: 'Mine' } } });

function opened(stored: Record<string, unknown> = {}, drafts: Record<string, string> = {}) {
  const redraw = vi.fn(() => desk.follow(stored, {}));
  const desk = createThemes(
    {
      put: async (key, text) => void (stored[key] = text),
      remove: async (key) => void delete stored[key],
      draft: (id) => drafts[id],
      keepDraft(id, text) {
        if (text === undefined) delete drafts[id];
        else drafts[id] = text;
      },
      load: async () => {},
      speak: english,
      languages: ['en'],
    },
    redraw,
  );
  desk.follow(stored, {});
  const entry = (id: string) => desk.entries().find((each) => each.id === id)!;
  return { desk, stored, drafts, entry };
}

it('keeps what was added as it was written, under a name that is free', async () => {
  const { desk, stored, entry } = opened({ 'theme:mine': mine });
  expect(await desk.add(`  ${mine}`)).toMatchObject({ ok: true, id: 'mine-2' });
  expect(stored['theme:mine-2']).toBe(`  ${mine}`);
  expect(entry('mine-2')).toMatchObject({ kind: 'own', name: 'Mine', problems: [] });
});

it('keeps nothing of what is refused, and says why', async () => {
  const { desk, stored } = opened();
  expect(await desk.add('{"light":{"acent":{"$value":1}}}')).toMatchObject({ ok: false });
  expect([stored, desk.importing.refused]).toMatchObject([{}, [{ field: 'light.acent' }]]);
});

it('lists those that are built in, by the names in their files once these are there', async () => {
  const { entry } = opened();
  expect(entry('bank')).toMatchObject({ kind: 'built-in', name: 'bank' });
  await vi.waitFor(() => expect(entry('bank').theme).toBeDefined());
  expect(entry('bank').name).not.toBe('bank');
});

it('keeps a draft until it is saved or discarded', async () => {
  const { desk, stored, drafts, entry } = opened({ 'theme:mine': mine });
  desk.open(entry('mine'));
  const changed = mine.replace('Mine', 'Ours');
  desk.edit('mine', changed);
  expect([drafts.mine, stored['theme:mine']]).toEqual([changed, mine]);
  const later = opened({ 'theme:mine': mine }, { mine: changed });
  expect(later.desk.open(later.entry('mine'))).toMatchObject({
    text: changed,
    isChanged: true,
    wasKept: true,
  });
  await later.desk.save('mine');
  expect([later.drafts, later.stored['theme:mine']]).toEqual([{}, changed]);
  desk.discard(entry('mine'));
  expect([drafts, desk.open(entry('mine')).text]).toEqual([{}, mine]);
});

it('knows that a change was taken back', () => {
  const { desk, drafts, entry } = opened({ 'theme:mine': mine });
  desk.open(entry('mine'));
  desk.edit('mine', mine.replace('Mine', 'Ours'));
  desk.edit('mine', JSON.stringify(JSON.parse(mine), null, 2));
  expect([drafts, desk.open(entry('mine')).isChanged]).toEqual([{}, false]);
});
