import { startSigninForm } from '../../assets/signin-form.ts';
import { fingerprint, signedIn, type SignedIn } from './credentials.ts';

startSigninForm({
  home: '/arcp/',
  send: ({ username, password, ttl }) =>
    fetch(`/arcp/auth/login?${new URLSearchParams({ ttl })}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': fingerprint() },
      body: JSON.stringify({ username, password }),
    }),
  accepted: (body) => signedIn(body as SignedIn),
});
