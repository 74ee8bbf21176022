import { createConnection, type Send } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { noteEvents, noteTraffic } from '../../assets/log.ts';
import { startPanel } from '../../assets/panel.ts';
import { ends, flowFacts, type Belief } from './beliefs.ts';
import { embedGuard, tellGuard, type StatedSession } from './embed.ts';

/** Of this tab alone: another tab's flow is another flow. */
const tokenKey = 'asterwise-flow-token';
const steps = ['email', 'code', 'key'] as const;

interface Flow {
  flow_id: string;
  flow_token?: string;
  email: string;
  verified: boolean;
  session: StatedSession;
  demo_mailbox: string;
}

const token = () => sessionStorage.getItem(tokenKey);

function authorized(given?: HeadersInit): Headers {
  const headers = new Headers(given);
  if (token()) headers.set('Authorization', `Bearer ${token()}`);
  return headers;
}

const connection = createConnection(noteTraffic, authorized);
let send: Send = connection.send;

function showStep(wanted: string): void {
  for (const step of document.querySelectorAll<HTMLElement>('.step')) {
    step.hidden = step.dataset.step !== wanted && step.id !== wanted;
  }
  const at = steps.indexOf(wanted as (typeof steps)[number]);
  for (const [index, item] of [...byId('steps').children].entries()) {
    if (index === at) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
    item.classList.toggle('done', at === -1 || index < at);
  }
  document.querySelector<HTMLElement>('.step:not([hidden]) input, #done:not([hidden])')?.focus();
}

function show({ email, verified, demo_mailbox }: Flow): void {
  byId('mailed-to').textContent = email;
  byId('mailbox').textContent = demo_mailbox;
  showStep(verified ? 'key' : 'code');
}

/** The element comes with the flow: before there is one, there is nothing to guard. */
async function guardFlow(flow: Flow, requestedAt: number): Promise<void> {
  const { guard, api } = await embedGuard(connection.send, (guard) =>
    guard.setAttribute('subject', flow.flow_id),
  );
  tellGuard(guard, flow.session, flow.flow_id, requestedAt);
  send = api;
  startPanel<Belief>({
    guard,
    connection,
    debug: '/asterwise/debug',
    sign: authorized,
    call: () => api('/asterwise/api/verify'),
    facts: flowFacts,
    ends,
  });
}

async function resume(): Promise<void> {
  const requestedAt = Date.now();
  const reply = await send('/asterwise/api/verify').catch(() => undefined);
  if (reply?.ok) {
    const flow = (await reply.json()) as Flow;
    show(flow);
    return guardFlow(flow, requestedAt);
  }
  if (reply?.status === 401) sessionStorage.removeItem(tokenKey);
  const notice = byId('notice');
  notice.hidden = false;
  notice.textContent =
    reply?.status === 401
      ? 'The flow you had begun is over, and nothing of it can be recovered. Begin again.'
      : 'The server did not answer. Reload to go on, or begin again.';
  showStep('email');
}

/** A step sends what its form holds, and says on its form what went wrong. */
function onSubmit(step: string, path: string, done: (body: unknown, requestedAt: number) => unknown): void {
  const form = byId<HTMLFormElement>(`${step}-step`);
  const error = form.querySelector<HTMLElement>('.form-error')!;
  const button = form.querySelector('button')!;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    error.textContent = '';
    button.disabled = true;
    const requestedAt = Date.now();
    try {
      const reply = await send(`/asterwise/api/verify${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(Object.fromEntries(new FormData(form))),
      });
      const body = (await reply.json()) as { message?: string };
      if (reply.ok) await done(body, requestedAt);
      else error.textContent = body.message ?? 'The server refused.';
    } catch {
      error.textContent = 'The server did not answer. Try again.';
    }
    button.disabled = false;
  });
}

const ttl = new URLSearchParams(location.search).get('ttl');
onSubmit('email', ttl ? `?${new URLSearchParams({ ttl })}` : '', async (body, requestedAt) => {
  const flow = body as Flow;
  sessionStorage.setItem(tokenKey, flow.flow_token ?? '');
  byId('notice').hidden = true;
  show(flow);
  await guardFlow(flow, requestedAt);
});
onSubmit('code', '/code', (body) => show(body as Flow));
onSubmit('key', '/key', (body) => {
  sessionStorage.removeItem(tokenKey);
  document.querySelector('session-guard')?.remove();
  byId('secret').textContent = (body as { secret: string }).secret;
  showStep('done');
});

noteEvents();
if (new URLSearchParams(location.search).has('begin')) sessionStorage.removeItem(tokenKey);
if (token()) await resume();
else showStep('email');
