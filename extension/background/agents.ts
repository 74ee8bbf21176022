import type { FromAgent, ToAgent } from '../messages.ts';
import type { Phase } from '../../shared/phase.ts';
import type { House } from './house.ts';
import { ordersFor } from './orders.ts';

/** A tab in which an agent watches a guarded page. */
export interface Agent {
  tabId: number;
  key: string;
  /** Of the page, without fragment. */
  url: string;
  seen: boolean;
  acted: boolean;
  /** Local moment: what was loaded after the end shows the site's own sign-in, and no work to keep. */
  loadedAt: number;
  /** The page has a `<session-guard>` of its own that speaks. */
  element?: Phase;
  /** The page fights our prompt, or cannot show it. */
  refused?: boolean;
}

/** The tabs of guarded sites, known by what their agents say, kept over the death of the worker. */
export function createAgents(house: House) {
  const { edges, store } = house;
  const agents = new Map<number, Agent>(
    Object.values((store.passing.tabs ?? {}) as Record<number, Agent>).map((agent) => [agent.tabId, agent]),
  );

  const of = (key: string) => [...agents.values()].filter((agent) => agent.key === key);
  const inView = (key: string) => of(key).some(({ seen }) => seen);
  const save = () => store.put('tabs', Object.fromEntries(agents), 'session');

  /** How many there are, and whether one is in view: both decide what a session may do. */
  function count(key: string) {
    const session = house.sessions.get(key);
    if (!session) return;
    const tabs = of(key).length;
    if (session.record().tabs !== tabs) {
      session.change({ tabs });
      session.configure();
    }
    const away = session.record().awaySince !== undefined || session.guard.status().away;
    const here = inView(key);
    if (here === away) session.seen(here);
    house.showing.soon(key);
  }

  function put(agent: Agent) {
    const before = agents.get(agent.tabId);
    agents.set(agent.tabId, agent);
    save();
    if (before && before.key !== agent.key) count(before.key);
    count(agent.key);
  }

  function drop(tabId: number) {
    const agent = agents.get(tabId);
    if (!agent) return;
    agents.delete(tabId);
    house.prompts.gone(tabId);
    house.asking.gone(tabId);
    save();
    count(agent.key);
    // It may only go on to another page.
    if (store.record(agent.key)?.isPrivate) house.due.port.set(5000, () => house.agents.erasePrivate());
  }

  return {
    get: (tabId: number) => agents.get(tabId),
    of,
    inView,
    all: () => agents.values(),
    put,
    drop,
    count,
    /** What was seen of private windows goes with the last of their tabs. */
    erasePrivate() {
      if ([...agents.values()].some(({ key }) => store.record(key)?.isPrivate)) return;
      for (const [key, record] of store.records()) {
        if (!record.isPrivate) continue;
        house.sessions.get(key)?.stop();
        store.removeRecord(key);
      }
    },
    /** Sends to the agent of a tab; where nobody listens any more, the tab is forgotten. */
    async send(tabId: number, message: ToAgent): Promise<boolean> {
      try {
        await edges.tabs.send(tabId, message);
        return true;
      } catch {
        drop(tabId);
        return false;
      }
    },
    /** Seen or acted in by now; one that says nothing counts as used. */
    async isUsed(tabId: number): Promise<boolean> {
      const agent = agents.get(tabId);
      const session = agent && house.sessions.get(agent.key);
      if (!session) return true;
      const answer = (await edges.tabs.send(tabId, ordersFor(house, session)).catch(() => undefined)) as
        Agent | undefined;
      if (typeof answer?.seen === 'boolean')
        put({ ...agent, seen: answer.seen, acted: answer.acted === true });
      return answer?.seen !== false || answer.acted !== false;
    },
    /** Tabs that closed while no worker ran. */
    async verify() {
      await Promise.all(
        [...agents.values()].map(async ({ tabId }) => {
          if (!(await edges.tabs.get(tabId))) drop(tabId);
        }),
      );
    },
    /** Presence and visibility, as the agent tells them. */
    hear(tabId: number, said: Extract<FromAgent, { say: 'seen' | 'element' | 'bye' | 'prompt' }>) {
      const agent = agents.get(tabId);
      if (!agent) return;
      if (said.say === 'bye') return drop(tabId);
      if (said.say === 'seen') return put({ ...agent, seen: said.seen, acted: said.acted });
      if (said.say === 'element')
        return put({ ...agent, element: said.headless ? undefined : said.phase || undefined });
      if (said.state === 'refused') put({ ...agent, refused: true });
    },
  };
}

export type Agents = ReturnType<typeof createAgents>;
