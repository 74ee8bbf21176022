import { byId } from '../../assets/dom.ts';
import { startSigninForm } from '../../assets/signin-form.ts';

// For trying what a browser does that blocks cookies: every request then goes as from such a one.
const onPurpose = new URLSearchParams(location.search).get('cookies') === 'blocked';
const blocked: Record<string, string> = onPurpose ? { cookies: 'blocked' } : {};
byId('blocked-on-purpose').hidden = !onPurpose;

startSigninForm({
  home: '/trust-leads/',
  send({ username, password, ttl }) {
    byId('blocked-cookies').hidden = true;
    return fetch(`/trust-leads/auth/sign-in?${new URLSearchParams({ ttl, ...blocked })}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
  },
  async accepted(body) {
    // The password was only half of it. The way back goes along.
    if ((body as { second_step?: object }).second_step) {
      location.replace(`/trust-leads/second-step${location.search}`);
      return false;
    }
    const back = await cookiesCameBack();
    byId('blocked-cookies').hidden = back;
    return back;
  },
});

/** Asked at once: on the dashboard a person could only be sent back here, again and again, and not told why. */
async function cookiesCameBack(): Promise<boolean> {
  const reply = await fetch(`/trust-leads/api/session?${new URLSearchParams(blocked)}`, {
    cache: 'no-store',
  });
  const { code } = (await reply.json()) as { code?: string };
  return code !== 'NOT_SIGNED_IN';
}
