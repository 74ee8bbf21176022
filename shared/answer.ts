import type { Ending } from './ending.ts';
import type { Reading } from './facts.ts';
import { readMoment } from './moment.ts';
import type { Policy } from './policy.ts';
import type { Ask, Ports, Reply } from './ports.ts';
import { problem, type Problem } from './problem.ts';
import { skewSample, type Skew } from './skew.ts';
import { readBody } from './statement.ts';

/** What came of asking. Without `reading` and `claim` it is unknown, and ends nothing. */
export interface Answer {
  /** The server understood and carried out what was asked. */
  ok: boolean;
  /** No answer came, or (to a look) none that says anything. */
  offline: boolean;
  requestedAt: number;
  reading?: Reading;
  /** A renewal's reply says that the session is over. */
  claim?: Ending;
  skew?: Skew;
  problems: Problem[];
}

const patience = 10_000;

/** Sends one look or renewal and reads the reply. Never rejects: no answer in 10 s is an answer of its own. */
export async function ask(question: Ask, now: () => number, policy: Policy, ports: Ports): Promise<Answer> {
  const requestedAt = now();
  const unknown = (code: string, expected: string, found?: unknown, skew?: Skew): Answer => ({
    ok: false,
    offline: question.kind === 'look' || code === 'no-answer',
    requestedAt,
    skew,
    problems: [problem(code, expected, found, question.kind === 'look' ? 'sessionUrl' : 'renewUrl')],
  });
  try {
    const { reply, text, receivedAt } = await inTime(ports, async () => {
      const reply = await ports.fetch(question);
      const receivedAt = now();
      return { reply, text: await reply.text(), receivedAt };
    });
    return await read({ reply, text, requestedAt, receivedAt }, question.kind, policy, unknown);
  } catch {
    return unknown('no-answer', 'an answer within 10 s');
  }
}

async function read(
  {
    reply,
    text,
    requestedAt,
    receivedAt,
  }: { reply: Reply; text: string; requestedAt: number; receivedAt: number },
  kind: Ask['kind'],
  policy: Policy,
  unknown: (code: string, expected: string, found?: unknown, skew?: Skew) => Answer,
): Promise<Answer> {
  const { status } = reply;
  const times = { requestedAt, receivedAt };
  const skew = dateSample(reply, times);
  const body = parse(text);
  const answer = { ok: false, offline: false, requestedAt, skew, problems: [] };

  if (status < 200 || status > 299) {
    const { readEnding } = await import('./read-ending.ts');
    const ending = readEnding({ status, headers: reply.headers, body: body ?? text }, policy);
    if (ending && kind === 'renew') return { ...answer, claim: ending };
    // A bare 401 is a hint elsewhere; on session-url it is the answer.
    if (ending && (ending.certain || status === 401))
      return { ...answer, ok: true, reading: { source: 'look', ...times, ended: ending } };
    return unknown('unclear-answer', 'a 2xx reply or a named ending', status || 'redirect', skew);
  }
  const isHtml = /html/.test(reply.headers.get('content-type') ?? '');
  if (kind === 'renew' && !isHtml && (body ?? null) === null && !policy.renewPath)
    return { ...answer, ok: true };
  if (body === undefined) return unknown('not-json', 'JSON', reply.headers.get('content-type'), skew);

  const said = readBody(body, kind, times, policy, kind === 'renew' ? policy.renewPath : policy.path);
  if (kind === 'renew') {
    // A renewal may answer with anything: only what it says of the session counts.
    if (said.reading?.ended) return { ...answer, claim: said.reading.ended };
    const problems = said.problems.filter(({ code }) => code !== 'unknown-shape');
    return { ...answer, ok: true, reading: said.reading, problems };
  }
  return { ...answer, ok: !!said.reading, offline: !said.reading, ...said };
}

/** The reply's `Date` as a skew sample; a reply from a cache (`Age`) tells an old time. */
function dateSample(
  { headers }: Reply,
  { requestedAt, receivedAt }: { requestedAt: number; receivedAt: number },
) {
  if (Number(headers.get('age') ?? 0) > 0) return undefined;
  const date = readMoment(headers.get('date'), { now: receivedAt, unit: 'http-date' });
  return date.at === undefined ? undefined : skewSample(date.at, requestedAt, receivedAt);
}

/** Parsed JSON, or `undefined` where it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function inTime<T>({ timer }: Ports, act: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = timer.set(patience, () => reject(new Error('no answer')));
    act()
      .then(resolve, reject)
      .finally(() => timer.clear(late));
  });
}
