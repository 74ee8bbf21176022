import { byId } from '../../assets/dom.ts';
import { authorized, signedOut, token } from './credentials.ts';

if (token()) {
  await fetch('/arcp/auth/logout', { method: 'POST', headers: authorized() }).catch(() => undefined);
  signedOut();
}
byId('title').textContent = 'You are signed out';
