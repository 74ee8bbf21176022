import { describe, expect, it, vi } from 'vitest';
import type { CommandAnswer } from '../messages.ts';
import { english as inEnglishPrompt } from '../../component/prompt/texts.ts';
import { inEnglish } from '../pages/testing/in-english.ts';
import { example, written } from '../profile/testing/example.ts';
import { saveDraft } from './acting.ts';
import { draftOf, withMember, type Draft } from './drafts.ts';
import { createOptions, type OptionsEdges, type Shown } from './page.ts';
import type { Scene } from './scene.ts';

const none = { addListener() {}, removeListener() {} };

function opened(
  stored: Record<string, unknown> | Error,
  answer: Promise<CommandAnswer> = Promise.resolve({ ok: true }),
) {
  let shown: Shown | undefined;
  let hash = '';
  let onHash = () => {};
  const files: [name: string, text: string][] = [];
  const edges: OptionsEdges = {
    storage: {
      local: { get: async () => (stored instanceof Error ? Promise.reject(stored) : stored) },
      onChanged: none,
    },
    permissions: {
      getAll: async () => ({ origins: ['https://*/*'], permissions: [] }),
      onAdded: none,
      onRemoved: none,
    },
    ports: {
      now: () => 1_795_176_000_000,
      setTimer: () => 0,
      clearTimer() {},
      isVisible: () => true,
      onVisibility: () => () => {},
    },
    hands: { send: () => answer, request: async () => true, remove: async () => true },
    version: '0.1.0',
    speaking: inEnglish(),
    hash: () => hash,
    onHash: (run) => (onHash = run),
    shortcuts: async () => [],
    shortcutsAddress: 'about:addons',
    changeShortcuts() {},
    saveFile: (name, text) => files.push([name, text]),
    copy: async () => Promise.reject(new Error('not allowed')),
    themes: {
      put: async () => {},
      remove: async () => {},
      draft: () => undefined,
      keepDraft() {},
      load: async () => {},
      speak: () => inEnglishPrompt(),
      languages: ['en'],
    },
  };
  const page = createOptions(edges, (next) => (shown = next));
  const scene = async (): Promise<Scene> => {
    await vi.waitFor(() => expect(shown?.state).toBe('ready'));
    return (shown as Shown & { state: 'ready' }).scene;
  };
  const go = (to: string) => {
    hash = to;
    onHash();
  };
  return { page, scene, go, files, shown: () => shown };
}

const change = (draft: Draft, name: string) => withMember(draft, ['name'], name);

describe('the page', () => {
  it('is loading first, then shows what is stored', async () => {
    const { shown, scene } = opened({ profiles: written(example()) });
    expect(shown()?.state).toBe('loading');
    expect((await scene()).profiles.read.map(({ id }) => id)).toEqual(['example']);
  });

  it.each([[{ profiles: { version: 1, sites: [{ id: 'a' }] } }], [new Error('corrupted')]])(
    'offers to export what cannot be read, and deletes nothing: %#',
    async (stored) => {
      const { shown, files } = opened(stored);
      await vi.waitFor(() => expect(shown()?.state).toBe('broken'));
      (shown() as Shown & { state: 'broken' }).export();
      expect(files).toHaveLength(1);
    },
  );

  it('keeps what was typed while people look elsewhere', async () => {
    const { scene, go, page } = opened({ profiles: written(example()) });
    (await scene()).edit(change(draftOf(example()), 'New'), 'example');
    go('#about');
    go('#site=example');
    expect((await scene()).ui.drafts.get('example')?.text).toContain('"New"');
    expect(page.hasUnsaved()).toBe(true);
  });

  it('says that it was saved, and keeps what was typed meanwhile', async () => {
    let done = (_answer: CommandAnswer) => {};
    const { scene } = opened({ profiles: written(example()) }, new Promise((resolve) => (done = resolve)));
    const first = change(draftOf(example()), 'First');
    const { edit, act, saved, hands, profiles } = await scene();
    edit(first, 'example');
    act('save', saveDraft(hands, profiles, first), 'Saved.', () => saved(first));
    edit(change(first, 'Second'), 'example');
    done({ ok: true });
    await vi.waitFor(async () => expect((await scene()).ui.note?.outcome).toEqual({ ok: true }));
    const left = (await scene()).ui.drafts.get('example');
    expect(left?.text).toContain('"Second"');
    expect(left?.base.name).toBe('First');
  });

  it('says why something was refused, and keeps the draft', async () => {
    const { scene } = opened(
      { profiles: written(example()) },
      Promise.resolve({ ok: false, problem: { code: 'no-answer' } }),
    );
    const draft = change(draftOf(example()), 'New');
    const { edit, act, saved, hands, profiles } = await scene();
    edit(draft, 'example');
    act('save', saveDraft(hands, profiles, draft), 'Saved.', () => saved(draft));
    await vi.waitFor(async () => expect((await scene()).ui.note?.outcome).toMatchObject({ ok: false }));
    expect((await scene()).ui.drafts.has('example')).toBe(true);
  });

  it('says so where the browser does not allow copying', async () => {
    const { scene } = opened({});
    (await scene()).copy('copy', 'text');
    await vi.waitFor(async () =>
      expect((await scene()).ui.note?.outcome).toMatchObject({ problem: { code: 'not-copied' } }),
    );
  });
});
