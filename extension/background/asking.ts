import type { Ask, Reply } from '../../shared/ports.ts';
import { parse } from '../../shared/answer.ts';
import { readPointer } from '../../shared/json-pointer.ts';
import { readSession } from '../../shared/read-session.ts';
import { tokens } from '../../shared/session-shapes.ts';
import type { FromAgent, ToAgent } from '../messages.ts';
import { meaningOf } from '../profile/signs.ts';
import { isDefaultStore } from '../session/record.ts';
import { renewalOf } from '../session/settings.ts';
import type { Agent } from './agents.ts';
import type { House } from './house.ts';
import type { Session } from './sessions.ts';

type Answer = Extract<FromAgent, { say: 'answer' }>;

interface Waiting {
  tabId: number;
  kind: Ask['kind'];
  hear: (answer: Answer | undefined) => void;
}

const patience = 10_000;

/**
 * Sends looks and renewals through the agent of an open tab of the same jar, with the page's origin and cookies. Only
 * a safe GET may go from the background, from the default jar, where no agent can.
 */
export function createAsking(house: House) {
  const { edges } = house;
  const waiting = new Map<string, Waiting>();

  /** One of the same origin; one in view is the least likely to be asleep. */
  function agentsFor({ key }: Session, url: string): Agent[] {
    const { origin } = new URL(url);
    return house.agents
      .of(key)
      .filter((agent) => new URL(agent.url).origin === origin)
      .sort((one, other) => Number(other.seen) - Number(one.seen));
  }

  function questionFor({ site }: Session, { kind, url, method }: Ask): Extract<ToAgent, { order: 'ask' }> {
    const id = edges.token();
    const renewal = kind === 'renew' ? renewalOf(site) : undefined;
    const headers = kind === 'look' ? site.look?.headers : renewal?.headers;
    const { csrf } = renewal ?? {};
    return {
      order: 'ask',
      id,
      kind,
      url,
      method,
      ...(headers && { headers }),
      ...(renewal?.body !== undefined && { body: renewal.body }),
      ...(csrf && { csrf: { name: csrf.name, header: csrf.header } }),
      // A page that is frozen hears of it when it wakes: then it is too late.
      before: edges.clock.wall() + patience,
    };
  }

  async function throughAgent(session: Session, ask: Ask): Promise<Reply | undefined> {
    for (const agent of agentsFor(session, ask.url)) {
      const question = questionFor(session, ask);
      const answer = new Promise<Answer | undefined>((hear) =>
        waiting.set(question.id, { tabId: agent.tabId, kind: ask.kind, hear }),
      );
      edges.timer.set(2 * patience, () => waiting.delete(question.id));
      if (await house.agents.send(agent.tabId, question)) {
        const said = await answer;
        if (said) return toReply(said, session, ask);
      }
      waiting.delete(question.id);
    }
    return undefined;
  }

  async function byItself(session: Session, { kind, url }: Ask): Promise<Reply | undefined> {
    const { store, isPrivate, tabs } = session.record();
    if (kind !== 'look' || !isDefaultStore(store) || isPrivate || !tabs) return undefined;
    return edges.fetch(url, session.site.look?.headers ?? {});
  }

  /** A page that cannot ask (its policy forbids it) answers without a status. */
  function toReply(answer: Answer, session: Session, { kind }: Ask): Reply | undefined {
    const { status, type, headers = {}, body = '', url } = answer;
    if (status === undefined) return undefined;
    if (kind === 'renew' && carriesToken(body)) {
      session.change({ stuck: 'new-token' });
      throw new Error('new-token');
    }
    return { url, type, status, headers: { get: (name) => headers[name] ?? null }, text: async () => body };
  }

  return {
    async send(session: Session, ask: Ask): Promise<Reply> {
      await house.sessions.settle(session);
      const reply = (await throughAgent(session, ask)) ?? (await byItself(session, ask));
      if (!reply) throw new Error('no-tab');
      return reply;
    },
    /** The page went before it answered. A look may be asked of another; a renewal may have been done. */
    gone(tabId: number) {
      for (const each of waiting.values())
        if (each.tabId === tabId && each.kind === 'look') each.hear(undefined);
    },
    /** The answer to a question of this run, or of one that died meanwhile. */
    hear(session: Session, answer: Answer) {
      heedReply(house, session, answer);
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (asked) asked.hear(answer);
      else late(session, answer);
    },
  };
}

export type Asking = ReturnType<typeof createAsking>;

/** A token that the page would have got, had it asked itself: it must not be lost on us. */
const carriesToken = (body: string): boolean => {
  const json = parse(body);
  return tokens.some((pointer) => typeof readPointer(json, pointer) === 'string');
};

/** Our own question is a request like others; only a look never counts as use. */
function heedReply(
  house: House,
  session: Session,
  { kind, url, status, headers = {}, body = '', requestedAt }: Answer,
) {
  if (status === undefined) return;
  const method = (kind === 'renew' && renewalOf(session.site)?.method) || 'GET';
  const get = (name: string) => headers[name] ?? null;
  const meaning = meaningOf(session.site, {
    kind: 'reply',
    url,
    method,
    status,
    headers: { get },
    json: parse(body),
  });
  if (!meaning || (kind === 'look' && meaning.means !== 'ended')) return;
  house.sessions.heed(session, meaning.sign, session.toLocal(requestedAt));
}

/** Who asked died before the answer came. What it says of the end is still true. */
function late(session: Session, { kind, status = 0, body = '', requestedAt, receivedAt }: Answer) {
  const { site, guard } = session;
  const json = parse(body);
  const path = renewalOf(site)?.path;
  const times = { requestedAt: session.toLocal(requestedAt), receivedAt: session.toLocal(receivedAt) };
  const said =
    kind === 'renew' && status >= 200 && status < 300 ? readSession(json, { ...times, path }) : undefined;
  if (said?.expiresAt === undefined) return void guard.look();
  const expiry = { at: said.expiresAt, server: !said.relative };
  session.believe({
    record: session.record(),
    reading: { source: 'renew', ...times, alive: { expiry, whole: true } },
  });
}
