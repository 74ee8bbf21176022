import { startSigninForm } from '../../assets/signin-form.ts';
import { signedIn, type SignedIn } from './credentials.ts';

startSigninForm({
  home: '/asterwise/',
  send: ({ username, password, ttl }) =>
    fetch(`/asterwise/api/session?${new URLSearchParams({ ttl })}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    }),
  accepted(body) {
    const { session_token, session, user } = body as Pick<SignedIn, 'user'> & {
      session_token: string;
      session: { expires_at: string };
    };
    signedIn({ token: session_token, expires_at: session.expires_at, user: { id: user.id } });
  },
});
