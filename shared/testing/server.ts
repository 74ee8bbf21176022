import type { Ask, Reply } from '../ports.ts';

/** A reply as a test writes it. */
export interface Said {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  type?: string;
}

/** A server that holds one session, tells the truth unless told to lie, and notes every request. */
export interface FakeServer {
  /** The moment the session ends, server clock; `undefined`: no session. */
  expiresAt: number | undefined;
  /** What a renewal gives from now, in ms. */
  life: number;
  /** The server's clock minus true time. */
  clockOff: number;
  /** Who is signed in, where replies say so. */
  subject?: string;
  /** Whether replies state a moment (default), a duration, or nothing. */
  states: 'moment' | 'duration' | 'nothing';
  /** Answers instead of the truth; `undefined` lets the truth through. */
  lie?: (ask: Ask) => Said | undefined;
  asked: { kind: Ask['kind']; at: number }[];
  now(): number;
  answer(ask: Ask): Reply;
}

export function createServer(trueNow: () => number): FakeServer {
  const server: FakeServer = {
    expiresAt: undefined,
    life: 20 * 60_000,
    clockOff: 0,
    states: 'moment',
    asked: [],
    now: () => trueNow() + server.clockOff,
    answer(ask) {
      server.asked.push({ kind: ask.kind, at: trueNow() });
      return toReply(server.lie?.(ask) ?? truth(server, ask), server.now());
    },
  };
  return server;
}

function truth(server: FakeServer, ask: Ask): Said {
  if (server.expiresAt === undefined || server.expiresAt <= server.now())
    return { status: 401, body: { error: server.expiresAt ? 'session_expired' : 'session_not_found' } };
  if (ask.kind === 'renew') server.expiresAt = server.now() + server.life;
  const { subject } = server;
  if (server.states === 'nothing') return { body: { active: true, subject } };
  return server.states === 'moment'
    ? { body: { expires_at: new Date(server.expiresAt).toISOString(), subject } }
    : { body: { expires_in: Math.floor((server.expiresAt - server.now()) / 1000), subject } };
}

function toReply({ status = 200, body, headers = {}, type = 'basic' }: Said, now: number): Reply {
  const all: Record<string, string> = {
    date: new Date(now).toUTCString(),
    'content-type': 'application/json',
    ...headers,
  };
  return {
    status,
    type,
    headers: { get: (name) => all[name.toLowerCase()] ?? null },
    text: async () => (typeof body === 'string' ? body : JSON.stringify(body)),
  };
}
