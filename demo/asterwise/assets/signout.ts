import { byId } from '../../assets/dom.ts';
import { authorized, findToken, signedOut } from './credentials.ts';

// The link may have opened a tab of its own.
if (await findToken()) {
  await fetch('/asterwise/api/session', { method: 'DELETE', headers: authorized() }).catch(() => undefined);
  signedOut();
}
byId('title').textContent = 'You are signed out';
