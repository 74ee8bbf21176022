import { expect, it } from 'vitest';
import { readEnding } from '../../shared/read-ending.ts';
import { createServer, type Exchange, type Kind, type Question } from './server.ts';

const start = Date.UTC(2026, 4, 4, 10, 30);

function useServer(kind: Kind = 'fixed') {
  let now = start;
  const waiting: { at: number; run: () => void }[] = [];
  const heard: Exchange[] = [];
  const clock = {
    right: () => now,
    set: (ms: number, run: () => void) => waiting.push({ at: now + ms, run }),
  };
  const server = createServer(clock, (exchange) => heard.push(exchange));
  server.signIn('ada', { lasts: 60, kind });
  const pass = (ms: number) => {
    now += ms;
    for (const each of waiting.splice(0)) {
      if (each.at <= now) each.run();
      else waiting.push(each);
    }
  };
  const ask = async (kind: Question['kind'] = 'look') => {
    const reply = server.answer({
      kind,
      method: kind === 'look' ? 'GET' : 'POST',
      url: 'http://here/api/session',
    });
    pass(120);
    return reply;
  };
  return { server, pass, ask, heard };
}

const json = async (reply: Response) => (await reply.json()) as Record<string, unknown>;

it('tells when the session ends, and a look moves nothing', async () => {
  const { ask, pass } = useServer();
  pass(10_000);
  const reply = await ask();
  expect(reply.headers.get('Date')).toBe(new Date(start + 10_000).toUTCString());
  expect(reply.url).toBe('http://here/api/session');
  expect(await json(reply)).toEqual({ expires_at: new Date(start + 60_000).toISOString(), subject: 'ada' });
});

it('a renewal moves the end, and use of the page only where it slides', async () => {
  const fixed = useServer();
  fixed.pass(10_000);
  expect((await json(await fixed.ask('renew'))).expires_at).toBe(new Date(start + 70_120).toISOString());
  await fixed.ask('save');
  expect((await json(await fixed.ask())).expires_at).toBe(new Date(start + 70_120).toISOString());

  const idle = useServer('idle');
  idle.pass(10_000);
  await idle.ask('save');
  expect((await json(await idle.ask())).idle_expires_at).toBe(new Date(start + 70_120).toISOString());
});

it('says of one that cannot be renewed that it cannot, and does not', async () => {
  const { ask, pass } = useServer('final');
  pass(10_000);
  expect(await json(await ask('renew'))).toMatchObject({
    expires_at: new Date(start + 60_000).toISOString(),
    canBeExtended: false,
  });
});

it.each([
  ['expired', { reason: 'expired', certain: true }],
  ['revoked', { reason: 'revoked', certain: true, requestId: 'req-7f3a' }],
  ['not-found', { reason: 'not-found', certain: true }],
  ['unknown', { reason: 'unknown', certain: false }],
] as const)('an end that came early says %s', async (ending, expected) => {
  const { server, ask } = useServer();
  server.end(ending);
  const { status, headers, ...reply } = await ask().then(async (reply) => ({
    status: reply.status,
    headers: reply.headers,
    body: await json(reply),
  }));
  expect(readEnding({ status, headers, body: reply.body })).toMatchObject(expected);
});

it('once over it is not renewed', async () => {
  const { ask, pass } = useServer();
  pass(60_000);
  expect((await ask('renew')).status).toBe(401);
  expect((await ask()).status).toBe(401);
});

it.each([
  ['error', 500],
  ['forbidden', 403],
  ['html', 200],
  ['redirect', 0],
] as const)('a server with the fault %s answers %i', async (fault, status) => {
  const { server, ask, heard } = useServer();
  server.faults.look = fault;
  const reply = await ask();
  expect(reply.status).toBe(status);
  expect(heard).toHaveLength(1);
});

it('a lost connection is lost for all, one that says nothing is given up on', async () => {
  const { server, ask, pass, heard } = useServer();
  server.offline = true;
  await expect(ask('renew')).rejects.toThrow('lost');
  server.offline = false;
  server.faults.look = 'silent';
  const gaveUp = new AbortController();
  const question = { kind: 'look', method: 'GET', url: 'http://here/', signal: gaveUp.signal } as const;
  const reply = server.answer(question);
  pass(60_000);
  gaveUp.abort(new Error('given up'));
  await expect(reply).rejects.toThrow('given up');
  expect(heard.map(({ status }) => status)).toEqual(['lost', 'no answer']);
});

it('a slow one answers late', async () => {
  const { server, pass, heard } = useServer();
  server.faults.renew = 'slow';
  void server.answer({ kind: 'renew', method: 'POST', url: 'http://here/' });
  pass(5000);
  expect(heard).toEqual([]);
  pass(1000);
  expect(heard).toMatchObject([{ status: 200 }]);
});
