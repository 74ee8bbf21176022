import { byId } from '../../assets/dom.ts';
import { goOn } from '../../assets/go-on.ts';
import { fingerprint, signedIn, type SignedIn } from './credentials.ts';

function stop(text: string): void {
  byId('title').textContent = 'You are not signed in';
  byId('error').textContent = text;
  const again = byId<HTMLAnchorElement>('again');
  again.search = location.search;
  again.hidden = false;
}

try {
  const ttl = new URLSearchParams(location.search).get('ttl');
  const reply = await fetch(`/arcp/sso/redeem${ttl ? `?${new URLSearchParams({ ttl })}` : ''}`, {
    method: 'POST',
    headers: { 'X-Client-Fingerprint': fingerprint() },
  });
  const body = (await reply.json()) as SignedIn & { detail?: string };
  if (reply.ok) {
    signedIn(body);
    goOn('/arcp/');
  } else stop(body.detail ?? 'The server refused.');
} catch {
  stop('The server did not answer.');
}
