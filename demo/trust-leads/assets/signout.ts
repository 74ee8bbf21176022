import { byId } from '../../assets/dom.ts';
import { csrfHeader } from './cookies.ts';

const reply = await fetch('/trust-leads/auth/sign-out', { method: 'POST', headers: csrfHeader() }).catch(
  () => undefined,
);
byId('title').textContent = reply?.ok ? 'You are signed out' : 'That did not work. Reload to try again.';
