import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Claims, Identity } from '../identity/client.ts';
import { face as provider } from '../identity/face.ts';
import { createOneTime } from '../one-time.ts';
import { messagePage } from '../pages/message-page.ts';
import type { Face } from '../system.ts';
import { callbackOf } from './address.ts';

export interface SsoInput {
  face: Face;
  now: () => number;
  /** Where the system is served. */
  origin: string;
  identity: Identity;
  /** The provider knows the person: what the system makes of it. `query` is that of its sign-in page. */
  accept(c: Context, claims: Claims, query: string): Response | Promise<Response>;
}

/** What a sign-in must still know when the person comes back from the provider. */
interface SignInUnderWay {
  /** Whose browser began it: in another one the state is somebody else's. */
  browser: string;
  query: string;
}

const lifetime = 60_000;

/** Signing in with an identity provider of another origin, for any of the systems: below `/<id>/sso`. */
export function ssoRoutes({ face, now, origin, identity, accept }: SsoInput): Hono {
  const sso = new Hono();
  const underWay = createOneTime<SignInUnderWay>(now, lifetime);
  const redirectUri = callbackOf(origin, face.id);
  const cookie = `${face.id}-sso`;

  sso.get('/start', (c) => {
    const browser = getCookie(c, cookie) ?? randomBytes(24).toString('base64url');
    setCookie(c, cookie, browser, {
      path: `/${face.id}/sso`,
      httpOnly: true,
      // Not strict: the person comes back from another site.
      sameSite: 'Lax',
      maxAge: 600,
    });
    const { prompt, ...query } = c.req.query();
    const asked = new URLSearchParams({
      client_id: face.id,
      redirect_uri: redirectUri,
      response_type: 'code',
      state: underWay.put({ browser, query: new URLSearchParams(query).toString() }),
      ...(prompt === 'login' && { prompt }),
    });
    return c.redirect(`${identity.origin}/authorize?${asked}`);
  });

  sso.get('/callback', async (c) => {
    const { value, problem } = underWay.take(c.req.query('state'));
    if (problem === 'expired')
      return stop(c, 'That took too long', `A sign-in with ${provider.name} must be done within a minute.`);
    if (!value || value.browser !== getCookie(c, cookie))
      return stop(
        c,
        'This sign-in is not known here',
        'It was finished already, or was begun in another browser. Nobody was signed in.',
      );
    if (c.req.query('error'))
      return stop(c, 'Nobody was signed in', `You turned back at ${provider.name}.`, value.query);
    const claims = await identity
      .exchange({ clientId: face.id, redirectUri, code: c.req.query('code') ?? '' })
      .catch(() => 'silent' as const);
    if (claims === 'silent')
      return stop(c, `${provider.name} did not answer`, 'Nobody was signed in.', value.query);
    if (!claims)
      return stop(
        c,
        `${provider.name} refused the code`,
        'It was used already, or is older than a minute. Nobody was signed in.',
        value.query,
      );
    return accept(c, claims, value.query);
  });

  /** Says what is wrong, and where to begin again, with the way back still known if it ever was. */
  function stop(c: Context, title: string, text: string, query = ''): Response | Promise<Response> {
    const again = { href: `/${face.id}/signin${query && `?${query}`}`, label: 'Begin again' };
    return c.html(messagePage(title, text, { face, link: again }), 400);
  }

  return sso;
}
