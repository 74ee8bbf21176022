import { readProfiles } from '../read-profile.ts';
import type { SiteProfile } from '../profile.ts';

/** A site with all that a profile can say: the example of the contract. */
export const example = () => ({
  id: 'example',
  name: 'Example dashboard',
  match: ['https://app.example.com/*'],
  hosts: ['https://api.example.com/*'],
  perHost: false,
  expiry: [
    { from: 'element' },
    { from: 'look' },
    { from: 'header', url: '/api/*', name: 'session-expires-at' },
    { from: 'cookie', name: 'login_*', split: '|', part: 1 },
    { from: 'storage', area: 'local', key: 'access-token', as: 'jwt' },
    { from: 'response', url: '/auth/login', path: '/expires_in', unit: 'in-s' },
    { from: 'cookie', name: 'sid*' },
    { from: 'idle', timeout: '60m', since: 'counted' },
  ],
  look: { url: '/api/session', path: '/expires_at' },
  signs: [
    { url: '/api/*', except: ['/api/login'], status: 401, means: 'ended' },
    { url: '/*', redirect: '/login*', means: 'ended' },
    { url: '/api/me', at: '/user', is: null, means: 'ended' },
    { url: '/api/*', header: 'x-error', is: 'signed-out', means: 'ended', reason: 'signed-out' },
    { cookie: 'sid*', gone: true, means: 'ended' },
    { page: 'form#sign-in', means: 'ended' },
    { url: '/api/*', status: 403, means: 'look' },
    { url: '/api/me', status: 200, means: 'alive' },
    { url: '/*', method: 'GET', except: ['/ping'], status: '2xx', means: 'counted' },
  ],
  signIn: { url: '/dashboard', target: 'new' },
  prompt: 'guard',
  siteRenews: '10s',
  warnBefore: '2m',
  keepFresh: {
    by: 'request',
    url: '/auth/renew',
    method: 'POST',
    path: '/expires_at',
    csrf: { from: 'cookie', name: 'xsrf', header: 'X-XSRF-Token' },
    while: 'active',
    atMost: '8h',
  },
  theme: 'default',
});

export const written = (site: object, ...others: object[]) => ({ version: 1, sites: [site, ...others] });

/** One site, read; throws where it is refused. */
export function siteOf(members: object = {}): SiteProfile {
  const { profiles, problems } = readProfiles(written({ ...example(), ...members }));
  if (problems) throw new Error(JSON.stringify(problems));
  return profiles[0]!;
}
