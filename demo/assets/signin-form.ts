import { byId } from './dom.ts';
import { goOn } from './go-on.ts';

export interface Credentials {
  username: string;
  password: string;
  ttl: string;
}

export interface SigninForm {
  /** The path of the dashboard: where people go who came from nowhere. */
  home: string;
  send: (credentials: Credentials) => Promise<Response>;
  /** The server accepted. What is told `false` goes no further by itself. */
  accepted?: (body: unknown) => unknown;
}

export function startSigninForm({ home, send, accepted }: SigninForm): void {
  const form = byId<HTMLFormElement>('signin');
  const error = byId('error');
  const button = form.querySelector('button');

  const note = byId('note');
  const asked = new URLSearchParams(location.search);
  if (asked.has('signed-out')) note.textContent = 'You are signed out.';
  else if (asked.has('return_to')) note.textContent = 'Sign in to go on where you were.';
  note.hidden = note.textContent === '';

  offerAccounts(form);
  keepLinksInStep(form);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(form)) as Partial<Credentials>;
    error.textContent = '';
    if (button) button.disabled = true;
    try {
      const reply = await send({ username: '', password: '', ttl: '', ...fields });
      const body = (await reply.json()) as { detail?: string; message?: string };
      if (!reply.ok) error.textContent = body.detail ?? body.message ?? 'The server refused.';
      else if ((await accepted?.(body)) !== false) return goOn(home);
    } catch {
      error.textContent = 'The server did not answer.';
    }
    if (button) button.disabled = false;
  });
}

const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

/** A button for each demo account fills it in. */
function offerAccounts(form: HTMLFormElement): void {
  const [username, password] = [field(form, 'username'), field(form, 'password')];
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-username]')];
  function mark(): void {
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset.username === username.value));
  }
  for (const button of buttons)
    button.addEventListener('click', () => {
      username.value = button.dataset.username ?? '';
      password.value = button.dataset.password ?? '';
      mark();
    });
  username.addEventListener('input', mark);
  mark();
}

/** Other ways to sign in take the chosen lifetime along. */
function keepLinksInStep(form: HTMLFormElement): void {
  const lifetime = field(form, 'ttl');
  lifetime.addEventListener('change', () => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-ttl]')) {
      const address = new URL(link.href);
      address.searchParams.set('ttl', lifetime.value);
      link.href = address.href;
    }
  });
}
