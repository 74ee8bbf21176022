import type { SessionGuard } from '../../component/session-guard.ts';
import { showElement, showReason, showState, write, type ServerBelief } from './beliefs.ts';
import type { Connection } from './connection.ts';
import { byId } from './dom.ts';
import { note } from './log.ts';

const openKey = 'demo-panel';

export interface PanelInput<B extends ServerBelief> {
  /** Absent: the extension guards the page. */
  guard?: SessionGuard;
  connection: Connection;
  /** Where the server tells what it believes: `/arcp/debug`. */
  debug: string;
  /** Signs a request to it. */
  sign?: () => HeadersInit;
  /** Some request of the product. */
  call: () => Promise<unknown>;
  /** The texts of the places in the panel's HTML, by id. */
  facts: (belief: B) => Record<string, string>;
  /** When the session ends, as the server believes; of several moments, the earliest counts. */
  ends: (belief: B) => (string | null | undefined)[];
  /** Shows how the system's own switches stand. */
  shown?: (belief: B) => void;
}

export interface Panel {
  /** Asks the debug routes; with `change` it is a POST. */
  ask(path: string, change?: object): Promise<void>;
}

/** Opens and closes; asks the server once a second while open and in view, never otherwise. */
export function startPanel<B extends ServerBelief>(input: PanelInput<B>): Panel {
  const { guard, connection, debug, sign, call, facts, ends, shown } = input;
  const body = byId('panel-body');
  const toggle = byId<HTMLButtonElement>('panel-toggle');
  let belief: B | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(): void {
    showElement(guard, belief?.state === 'live' ? ends(belief) : []);
  }

  // Past the page's own connection: an instrument keeps working when the patient is offline.
  async function ask(path: string, change?: object): Promise<void> {
    const init: RequestInit = { headers: sign?.(), cache: 'no-store' };
    if (change) Object.assign(init, { method: 'POST', body: JSON.stringify(change) });
    try {
      const reply = await fetch(`${debug}/${path}`, init);
      if (reply.ok) belief = (await reply.json()) as B;
      else note('problem', `debug/${path}`, String(reply.status));
    } catch {
      belief = undefined;
    }
    showState(belief);
    if (belief) {
      for (const [id, text] of Object.entries(facts(belief))) write(id, text);
      byId<HTMLInputElement>('is-slow').checked = belief.faults?.slow ?? false;
      shown?.(belief);
    }
    show();
  }

  async function watch(): Promise<void> {
    clearTimeout(timer);
    if (body.hidden || document.hidden) return;
    await ask('session');
    clearTimeout(timer);
    timer = setTimeout(() => void watch(), 1000);
  }

  function open(wanted: boolean): void {
    body.hidden = !wanted;
    toggle.setAttribute('aria-expanded', String(wanted));
    document.body.classList.toggle('panel-open', wanted);
    void watch();
  }

  toggle.addEventListener('click', () => {
    open(body.hidden !== false);
    localStorage.setItem(openKey, body.hidden ? 'closed' : 'open');
  });
  document.addEventListener('visibilitychange', () => void watch());
  if (guard) {
    new MutationObserver(show).observe(guard, { attributes: true });
    guard.addEventListener('session-guard-change', (event) => showReason((event as CustomEvent).detail));
  }

  onPress('do-call', () => call().catch(() => undefined));
  if (document.getElementById('do-look')) onPress('do-look', () => guard?.look());
  onPress('do-expire', () => ask('expire', {}));
  onPress('do-revoke', () => ask('revoke', {}));
  onPress('do-restart', () => ask('restart', {}));
  onFlip('is-offline', (on) => connection.setOffline(on));
  onFlip('is-slow', (slow) => ask('faults', { slow }));

  offerClocks();
  offerSwitches();
  show();
  const asked = new URLSearchParams(location.search).get('panel') ?? localStorage.getItem(openKey);
  open(asked ? asked === 'open' : matchMedia('(min-width: 75rem)').matches);
  return { ask };
}

export function onPress(id: string, pressed: () => unknown): void {
  byId(id).addEventListener('click', () => void pressed());
}

export function onFlip(id: string, flipped: (on: boolean) => unknown): void {
  const box = byId<HTMLInputElement>(id);
  box.addEventListener('change', () => void flipped(box.checked));
}

function offerClocks(): void {
  const current = Number(document.documentElement.dataset.clock ?? 0);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-clock]')) {
    const wanted = link.dataset.clock ?? '';
    const address = new URL(location.href);
    address.searchParams.delete('clock');
    address.hash = '';
    if (wanted) address.searchParams.set('clock', wanted);
    link.href = address.href;
    if (parseInt(wanted || '0', 10) === current) link.setAttribute('aria-current', 'true');
  }
}

/** The server puts the attributes into the page: another address, another element. */
function offerSwitches(): void {
  function reload(change: (asked: URLSearchParams) => void): void {
    const address = new URL(location.href);
    change(address.searchParams);
    // `cover`, and not `cover=`.
    address.search = address.search.replace(/=(?=&|$)/g, '');
    location.assign(address);
  }

  for (const box of document.querySelectorAll<HTMLInputElement>('input[data-switch]'))
    box.addEventListener('change', () =>
      reload((asked) => {
        if (box.checked) asked.set(box.dataset.switch ?? '', '');
        else asked.delete(box.dataset.switch ?? '');
      }),
    );

  const place = document.getElementById('sign-in-place') as HTMLSelectElement | null;
  place?.addEventListener('change', () =>
    reload((asked) => {
      for (const { value } of place.options) if (value) asked.delete(value);
      if (place.value) asked.set(place.value, '');
    }),
  );
}
