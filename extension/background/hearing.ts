import { readMoment } from '../../shared/moment.ts';
import { isAlive } from '../../shared/phase.ts';
import { problem } from '../../shared/problem.ts';
import type { FromAgent, ToAgent } from '../messages.ts';
import { standing } from '../session/choose.ts';
import { heedInput } from '../session/signs.ts';
import { tell } from '../session/tell.ts';
import type { House } from './house.ts';
import { impliedAt, ordersFor } from './orders.ts';
import type { Session } from './sessions.ts';

const wordLasts = 60_000;

/** Where a message of an agent comes from, as the browser says it. */
export interface AgentTab {
  tabId: number;
  url: string;
  store: string;
  isPrivate: boolean;
}

/** What agents say becomes facts. A page's word is believed for its own tab, and only as far as its source may be. */
export function createHearing(house: House) {
  const { due } = house;

  function hello(tab: AgentTab, said: Extract<FromAgent, { say: 'hello' }>): ToAgent | undefined {
    const site = house.scripts.siteOf(tab.url);
    if (!site) {
      house.agents.drop(tab.tabId);
      return undefined;
    }
    const page = tab.url.split('#')[0]!;
    const { host } = new URL(page);
    const { store, isPrivate } = tab;
    const session = house.sessions.open(site, {
      site: site.id,
      store,
      host: site.perHost ? host : '',
      isPrivate,
      page,
    });
    house.prompts.gone(tab.tabId);
    session.change({ page, forbids: said.forbids });
    const loadedAt = session.toLocal(said.loadedAt ?? house.edges.clock.wall());
    const { seen, acted } = said;
    house.agents.put({ tabId: tab.tabId, key: session.key, url: page, seen, acted, loadedAt });
    session.configure();
    // Guarded a moment ago, with the person's word that they are signed in: here is the session that it was about.
    const { saidAt = -Infinity } = house.store.state(site.id);
    const isNew = session.guard.facts().aliveAt === undefined && !session.guard.facts().held;
    if (isNew && house.edges.clock.wall() - saidAt < wordLasts) house.sessions.signedIn(session);
    house.watch.used(session, 'request');
    // Loaded anew to keep it fresh, or while nothing was known, as by a sign-in: what came of it is asked.
    const { phase, renewing, canLook } = session.guard.status();
    const place = site.expiry.findIndex(({ from }) => from === 'look');
    const isTold =
      place < 0 || standing(site, session.record(), session.guard.now()).some((each) => each.place === place);
    if ((renewing || !isAlive(phase) || !isTold) && canLook) void session.guard.look();
    void house.cookies.check(session);
    void readPage(session, tab.tabId);
    const orders = ordersFor(house, session);
    house.showing.ordered(tab.tabId, orders);
    return orders;
  }

  /** Values that only a script in the page can read. */
  async function readPage({ site }: Session, tabId: number) {
    const sources = site.expiry.flatMap((source, place) =>
      source.from === 'storage' ? [{ ...source, place }] : [],
    );
    const isObserved = house.scripts.isObserved(site);
    if (sources.length) await house.agents.send(tabId, { order: 'read', sources });
    if (isObserved) await house.agents.send(tabId, house.scripts.observation(site));
  }

  function value(session: Session, said: Extract<FromAgent, { say: 'value' }>) {
    const { site, guard } = session;
    const source = site.expiry[said.source];
    if (source?.from !== 'storage' && source?.from !== 'response') return;
    for (const code of said.problems)
      session.note(problem(code, undefined, undefined, `expiry[${said.source}]`));
    const times = {
      requestedAt: session.toLocal(said.requestedAt),
      receivedAt: session.toLocal(said.receivedAt),
    };
    const { expiresAt, subject } = said;
    const relative = said.relative || undefined;
    session.believe(
      tell(site, session.record(), said.source, { expiresAt, relative, subject }, times, guard.now()),
    );
  }

  function element(session: Session, { phase, endsAt }: Extract<FromAgent, { say: 'element' }>) {
    const { site, guard } = session;
    const place = site.expiry.findIndex(({ from }) => from === 'element');
    if (place < 0) return;
    const now = guard.now();
    const times = { requestedAt: now, receivedAt: now };
    if (phase === 'ended' && guard.facts().held) return session.end('unknown', 'element');
    if (!isAlive(phase)) return;
    const { at, problem: refused } = readMoment(endsAt, { now, unit: 'rfc3339' });
    if (refused) session.note({ ...refused, field: `expiry[${place}]` });
    session.believe(tell(site, session.record(), place, { expiresAt: at }, times, now));
  }

  /** `undefined`: nothing to answer. */
  return (tab: AgentTab, said: FromAgent): ToAgent | undefined => {
    if (said.say === 'hello') return hello(tab, said);
    const agent = house.agents.get(tab.tabId);
    const session = agent && house.sessions.get(agent.key);
    if (!session) return undefined;
    switch (said.say) {
      case 'input': {
        house.keepingFresh.input(session);
        house.watch.used(session, 'input');
        session.believe(heedInput(session.site, session.record(), session.guard.now()));
        break;
      }
      case 'sign': {
        const { signs, look } = session.site;
        const sign = signs[said.sign];
        if (sign) house.sessions.heed(session, sign, session.toLocal(said.requestedAt));
        else if (impliedAt(session.site, said.sign) === 'use') house.watch.used(session, 'request');
        else if (look) void session.guard.look();
        else house.watch.refused(session, 401, said.url ?? tab.url);
        break;
      }
      case 'reader':
        void readPage(session, tab.tabId);
        break;
      case 'value':
        value(session, said);
        break;
      case 'element':
        house.agents.hear(tab.tabId, said);
        element(session, said);
        break;
      case 'answer':
        house.asking.hear(session, said);
        break;
      case 'visible':
        house.prompts.visible(tab.tabId, said.visible);
        break;
      case 'due':
        due.runDue();
        break;
      case 'bye':
        house.keepingFresh.tabGone(tab.tabId);
        house.agents.hear(tab.tabId, said);
        break;
      case 'seen':
      case 'prompt':
        house.agents.hear(tab.tabId, said);
        if (said.say === 'seen' && said.seen) void house.cookies.check(session);
    }
    return undefined;
  };
}

export type Hearing = ReturnType<typeof createHearing>;
