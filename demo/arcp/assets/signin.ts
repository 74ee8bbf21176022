import { startSigninForm } from '../../assets/signin-form.ts';
import { fingerprint, signedIn } from './credentials.ts';

startSigninForm({
  home: '/arcp/',
  send: ({ username, password, ttl }) =>
    fetch(`/arcp/auth/login?${new URLSearchParams({ ttl })}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Client-Fingerprint': fingerprint() },
      body: JSON.stringify({ username, password }),
    }),
  accepted(body) {
    const { access_token, session_timeout } = body as { access_token: string; session_timeout: number };
    signedIn(access_token, session_timeout);
  },
});
