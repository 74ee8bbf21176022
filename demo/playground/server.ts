import type { VirtualClock } from './clock.ts';

/** How the server misbehaves. */
export const faults = {
  none: 'Answers',
  slow: 'Slow: 6 seconds',
  silent: 'Says nothing',
  lost: 'Connection lost',
  error: '500 error',
  forbidden: '403 forbidden',
  html: 'HTML, not JSON',
  redirect: 'Redirects',
} as const;
export type Fault = keyof typeof faults;

export const kinds = {
  fixed: 'A fixed end',
  idle: 'Slides with use',
  final: 'Cannot be renewed',
} as const;
export type Kind = keyof typeof kinds;

/** What the server says of an end that came before its time. */
export type ServerEnding = 'expired' | 'revoked' | 'not-found' | 'unknown';

export interface Question {
  kind: 'look' | 'renew' | 'save';
  method: string;
  url: string;
  signal?: AbortSignal | null;
  /** Whose timers an answer comes by: none comes to a page that is gone. */
  owner?: unknown;
}

/** A request and what came of it, for whoever watches. */
export interface Exchange {
  kind: Question['kind'];
  method: string;
  url: string;
  status: number | 'no answer' | 'lost' | 'redirect';
  body: string;
}

interface Session {
  subject: string;
  lasts: number;
  kind: Kind;
  endsAt: number;
  ending?: ServerEnding;
}

const codes: Record<ServerEnding, object> = {
  expired: { error: 'session_expired' },
  revoked: { error: 'session_revoked', detail: 'You signed out of all devices.', request_id: 'req-7f3a' },
  'not-found': { error: 'session_not_found' },
  unknown: {},
};
const latency = 120;
const slowness = 6000;

/**
 * A session server in the page, on the clock that the stage has: it holds the one session of this browser. `heard` is
 * told of each request once it is answered, or as it gets lost.
 */
export function createServer(
  clock: Pick<VirtualClock, 'right' | 'set'>,
  heard: (exchange: Exchange) => void = () => {},
) {
  let session: Session | undefined;

  const server = {
    /** Of looks; of renewals; of both. */
    faults: { look: 'none' as Fault, renew: 'none' as Fault },
    offline: false,
    get session(): Readonly<Session> | undefined {
      return session;
    },
    signIn(subject: string, { lasts, kind } = session ?? { lasts: 1200, kind: 'fixed' as Kind }): void {
      session = { subject, lasts, kind, endsAt: clock.right() + lasts * 1000 };
    },
    end(ending: ServerEnding): void {
      if (session) session.ending = ending;
    },
    forget(): void {
      session = undefined;
    },
    answer,
  };

  const alive = () => !!session && !session.ending && clock.right() < session.endsAt;

  function move(): void {
    if (session && session.kind !== 'final') session.endsAt = clock.right() + session.lasts * 1000;
  }

  function respond({ kind }: Question): { status: number; body: object } {
    if (!session) return { status: 401, body: codes['not-found'] };
    if (!alive()) return { status: 401, body: codes[session.ending ?? 'expired'] };
    if (kind === 'renew' || (kind === 'save' && session.kind === 'idle')) move();
    if (kind === 'save') return { status: 200, body: { saved: true } };
    const end = new Date(session.endsAt).toISOString();
    return {
      status: 200,
      body: {
        [session.kind === 'idle' ? 'idle_expires_at' : 'expires_at']: end,
        ...(session.kind === 'final' && { canBeExtended: false }),
        subject: session.subject,
      },
    };
  }

  function broken(fault: Fault, question: Question): { status: number; body: string; type: string } {
    if (fault === 'error') return { status: 500, body: '{"error":"internal"}', type: 'application/json' };
    if (fault === 'forbidden')
      return { status: 403, body: '{"error":"forbidden"}', type: 'application/json' };
    if (fault === 'html') return { status: 200, body: '<h1>Welcome to the Wi-Fi</h1>', type: 'text/html' };
    const { status, body } = respond(question);
    return { status, body: JSON.stringify(body), type: 'application/json' };
  }

  const faultOf = ({ kind }: Question): Fault =>
    server.offline ? 'lost' : kind === 'renew' ? server.faults.renew : server.faults.look;

  function answer(question: Question): Promise<Response> {
    const fault = faultOf(question);
    const { kind, method, url, signal, owner } = question;
    const tell = (status: Exchange['status'], body = '') => heard({ kind, method, url, status, body });
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => {
        if (fault === 'silent') tell('no answer');
        reject(signal.reason as Error);
      });
      if (fault === 'silent') return;
      const answerNow = () => {
        if (signal?.aborted) return;
        if (fault === 'lost') {
          tell('lost');
          return reject(new TypeError('The connection was lost.'));
        }
        if (fault === 'redirect') {
          tell('redirect');
          return resolve(redirected(url));
        }
        const { status, body, type } = broken(fault, question);
        tell(status, body);
        resolve(replyOf(url, status, body, type));
      };
      clock.set(fault === 'slow' ? slowness : latency, answerNow, owner);
    });
  }

  function replyOf(url: string, status: number, body: string, type: string): Response {
    const headers = {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      Date: new Date(clock.right()).toUTCString(),
    };
    return at(url, new Response(body, { status, headers }));
  }

  return server;
}

/** A reply that a script made knows no address. */
const at = (url: string, reply: Response): Response => Object.defineProperty(reply, 'url', { value: url });

/** As `redirect: 'manual'` has it. */
const redirected = (url: string): Response =>
  Object.defineProperty(at(url, Response.error()), 'type', { value: 'opaqueredirect' });
