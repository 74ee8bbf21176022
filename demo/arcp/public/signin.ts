import { fingerprint, signedIn } from './credentials.ts';
import { byId } from './dom.ts';
import { returnTo } from './return-to.ts';

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
  const { username, password, ttl } = Object.fromEntries(new FormData(form)) as Record<string, string>;
  error.textContent = '';
  if (button) button.disabled = true;
  try {
    const reply = await fetch(`/arcp/auth/login?${new URLSearchParams({ ttl: ttl ?? '' })}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': fingerprint() },
      body: JSON.stringify({ username, password }),
    });
    const body = (await reply.json()) as { access_token: string; session_timeout: number; detail?: string };
    if (reply.ok) {
      signedIn(body.access_token, body.session_timeout);
      location.assign(returnTo(location));
      return;
    }
    error.textContent = body.detail ?? 'The server refused.';
  } catch {
    error.textContent = 'The server did not answer.';
  }
  if (button) button.disabled = false;
});
