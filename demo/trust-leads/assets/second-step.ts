import { byId } from '../../assets/dom.ts';
import { goOn } from '../../assets/go-on.ts';

const form = document.querySelector<HTMLFormElement>('#second-step');

// With the same way back as before.
byId<HTMLAnchorElement>('begin-again').search = location.search;

function beginAgain(why: string): void {
  form?.remove();
  byId('why').textContent = why;
  byId('again').hidden = false;
  byId('begin-again').focus();
}

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button')!;
  const field = form.elements.namedItem('code') as HTMLInputElement;
  const error = byId('error');
  error.textContent = '';
  button.disabled = true;
  try {
    const reply = await fetch('/trust-leads/auth/second-step', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code: field.value }),
    });
    if (reply.ok) return goOn('/trust-leads/');
    const { code, message } = (await reply.json()) as { code: string; message: string };
    if (code !== 'CODE_WRONG') return beginAgain(message);
    error.textContent = message;
    field.select();
  } catch {
    error.textContent = 'The server did not answer.';
  }
  button.disabled = false;
});

form?.querySelector('input')?.focus();
