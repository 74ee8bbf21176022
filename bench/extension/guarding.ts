import type { Site } from '../../e2e/site.ts';

/** The site at another host, which is this machine too. */
export const at = (site: Site, host: string): string => {
  const url = new URL(site.origin);
  url.hostname = host;
  return url.origin;
};

/** What a page agent can see by itself; with more, other parts have to wake. */
export const agentOnly = (origin: string, part: object = {}): object => ({
  id: 'site',
  name: 'Work',
  match: [`${origin}/*`],
  expiry: [{ from: 'look' }],
  look: { url: '/api/look' },
  signs: [
    { url: '/api/*', except: ['/api/look'], status: 401, means: 'ended' },
    { url: '/api/*', except: ['/api/look'], status: '2xx', means: 'counted' },
    { page: 'form#sign-in', means: 'ended' },
    { page: '.signed-out, [data-signed-out]', means: 'ended' },
    { page: 'dialog[open] input[type=password]', means: 'ended' },
  ],
  ...part,
});

/** From now on looks say so. */
export function answerLooks(site: Site, endsAt: number, path = '/api/look'): void {
  site.answer(path, () =>
    Date.now() < endsAt
      ? { body: { expires_at: new Date(endsAt).toISOString() } }
      : { status: 401, body: { error: 'session_expired' } },
  );
}
