import { byId } from '../assets/dom.ts';
import { loadElement } from '../assets/load-element.ts';
import type { SessionGuard } from '../../component/session-guard.ts';
import type { Question } from './server.ts';
import { liveIn } from './stage-time.ts';
import { worldAround, type World } from './world.ts';

const form = byId<HTMLFormElement>('report');
const saved = byId('saved');

/** A small app: a report that somebody writes, and the element. */
async function play(world: World, tab: number): Promise<void> {
  const lever = liveIn(world, window);
  keepText(world, tab);
  // Only now: it must find no other time than the world's.
  const { guardFetch } = await loadElement();
  const guard = document.createElement('session-guard') as SessionGuard;
  const { owner } = lever;
  guard.fetch = (url, init) => world.answer({ kind: kindOf(guard, url), owner, ...questionOf(url, init) });
  const send: typeof fetch = (url, init) =>
    world.answer({ kind: 'save', owner, ...questionOf(new URL(url as string, location.href).href, init) });
  const api = guardFetch(send, guard);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(api);
  });
  const page = { tab, window, guard, ...lever };
  window.addEventListener('pagehide', () => world.leave(page));
  world.enter(page);
}

const questionOf = (url: string, init: RequestInit = {}): Pick<Question, 'url' | 'method' | 'signal'> => ({
  url,
  method: init.method ?? 'GET',
  signal: init.signal,
});

/** Whatever address is set, the server of the playground answers there. */
function kindOf(guard: SessionGuard, url: string): Question['kind'] {
  const to = (address?: string | null) => address && new URL(address, location.href).href;
  return url === to(guard.renewUrl) && url !== to(guard.sessionUrl) ? 'renew' : 'look';
}

async function save(api: typeof fetch): Promise<void> {
  saved.textContent = 'Saving …';
  const reply = await api('/api/report', { method: 'POST' }).catch(() => undefined);
  saved.textContent = reply?.ok
    ? `Saved at ${new Date().toLocaleTimeString('en-GB')}.`
    : 'Not saved. It is all still here.';
}

/** A scene loads the page anew; what was written is no part of it. */
function keepText({ kept, reloads }: World, tab: number): void {
  const fields = [...form.elements].filter(
    (each) => each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement,
  );
  if (reloads.delete(tab))
    for (const field of fields) field.value = kept[`${tab} ${field.name}`] ?? field.value;
  form.addEventListener('input', () => {
    for (const field of fields) kept[`${tab} ${field.name}`] = field.value;
  });
}

const world = worldAround(window);
if (world) void play(world, window.frameElement?.id === 'frame-two' ? 2 : 1);
else byId('alone').hidden = false;
