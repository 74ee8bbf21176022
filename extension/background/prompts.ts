import { isOver } from '../../shared/phase.ts';
import type { FromPrompt } from '../messages.ts';
import type { SessionView } from '../session/view.ts';
import type { Agent } from './agents.ts';
import type { House } from './house.ts';
import { promptTitle } from './words.ts';

/** A prompt that is up in a tab. Its token is in the frame's address, and good for this tab only. */
interface Shown {
  tabId: number;
  key: string;
  token: string;
  show: 'warning' | 'over';
}

/** What was loaded this short before the end was told was loaded dead: its own requests found out. */
const soon = 5000;

/** Which tabs show the prompt: those in view, unless the page has one of its own. */
export function createPrompts(house: House) {
  const { edges, store } = house;
  const shown = new Map<number, Shown>(
    Object.values((store.passing.prompts ?? {}) as Record<number, Shown>).map((each) => [each.tabId, each]),
  );
  const save = () => store.put('prompts', Object.fromEntries(shown), 'session');

  /** Whoever told it first: each look after it is told that it ended, too. */
  function endOf(key: string): number {
    const { facts, notified } = store.record(key) ?? {};
    return Math.min(facts?.passedAt ?? Infinity, facts?.ended?.at ?? Infinity, notified?.end ?? Infinity);
  }

  async function raise(agent: Agent, view: SessionView, show: Shown['show']) {
    const known = shown.get(agent.tabId);
    const token = known?.key === view.key ? known.token : edges.token();
    shown.set(agent.tabId, { tabId: agent.tabId, key: view.key, token, show });
    save();
    try {
      const [words] = await Promise.all([
        house.words.now(),
        known ?? edges.scripts.inject(agent.tabId, 'prompt-host.js'),
      ]);
      await edges.tabs.send(agent.tabId, {
        order: 'prompt',
        show,
        src: edges.promptUrl(token),
        title: promptTitle(words, view.name),
      });
    } catch {
      // A page that takes no script: badge and notification tell.
      shown.delete(agent.tabId);
      save();
    }
  }

  function lower(tabId: number) {
    shown.delete(tabId);
    save();
    void house.agents.send(tabId, { order: 'prompt', show: 'none' });
  }

  return {
    /** Whether a tab in view shows it, or will. */
    update(view: SessionView) {
      const { key } = view;
      const wanted = wantedBy(view);
      for (const agent of house.agents.of(key)) {
        const known = shown.get(agent.tabId);
        const isTooLate = wanted === 'over' && agent.loadedAt > endOf(key) - soon;
        const here = agent.element || agent.refused || isTooLate ? undefined : wanted;
        if (!here && known) lower(agent.tabId);
        // What is up in a tab out of sight follows, too; nothing new is put up there.
        else if (here && known?.show !== here && (known || agent.seen)) void raise(agent, view, here);
      }
    },
    gone(tabId: number) {
      if (shown.delete(tabId)) save();
    },
    key: (tabId: number, token: string): string | undefined => {
      const known = shown.get(tabId);
      return known?.token === token ? known.key : undefined;
    },
    size(tabId: number, { place, width, height, face }: Extract<FromPrompt, { prompt: 'size' }>) {
      void house.agents.send(tabId, { order: 'size', place, width, height, ...(face && { face }) });
    },
    /** As its host sees it: the frame cannot see what lies on it in every browser. */
    visible(tabId: number, visible: boolean) {
      const known = shown.get(tabId);
      if (known) edges.tellPrompt(tabId, { order: 'armed', token: known.token, armed: visible });
    },
  };
}

export type Prompts = ReturnType<typeof createPrompts>;

function wantedBy({ phase, prompt, paused, access }: SessionView): Shown['show'] | undefined {
  if (prompt !== 'guard' || paused || access !== 'granted') return undefined;
  if (phase === 'warning') return phase;
  return isOver(phase) ? 'over' : undefined;
}
