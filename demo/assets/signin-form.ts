import { byId } from './dom.ts';
import { returnTo } from './return-to.ts';

export interface Credentials {
  username: string;
  password: string;
  ttl: string;
}

export interface SigninForm {
  /** The path of the dashboard: where people go who came from nowhere. */
  home: string;
  send: (credentials: Credentials) => Promise<Response>;
  /** The server accepted. What is told `false` stays on this page. */
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

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(form)) as Partial<Credentials>;
    error.textContent = '';
    if (button) button.disabled = true;
    try {
      const reply = await send({ username: '', password: '', ttl: '', ...fields });
      const body = (await reply.json()) as { detail?: string; message?: string };
      if (!reply.ok) error.textContent = body.detail ?? body.message ?? 'The server refused.';
      else if ((await accepted?.(body)) !== false) {
        location.assign(returnTo(location, home));
        return;
      }
    } catch {
      error.textContent = 'The server did not answer.';
    }
    if (button) button.disabled = false;
  });
}
