import type { Answer, Call, useDemo } from '../testing.ts';

/** A browser that keeps cookies for each site, and takes one step of a sign-in at a time. */
export interface SsoVisitor {
  /** By site and name. */
  cookies: Map<string, string>;
  go(address: string, options?: Call): Promise<Answer>;
  /** From the system to the provider: where it was sent. */
  start(query?: string): Promise<string>;
  /** Signs in at the provider: where it was sent back. */
  signIn(authorize: string, email?: string): Promise<string>;
  /** Follows the way back, and fetches the token that waits there. */
  finish(callback: string): Promise<Answer>;
}

export const mara = 'mara@northgate.example';
export const tobias = 'tobias@northgate.example';

export function ssoVisitor({ call, origin }: ReturnType<typeof useDemo>): SsoVisitor {
  const cookies = new Map<string, string>();

  async function go(path: string, options: Call = {}): Promise<Answer> {
    const address = new URL(path, origin());
    const site = `${address.hostname} `;
    const cookie = [...cookies]
      .filter(([name]) => name.startsWith(site))
      .map(([name, value]) => `${name.slice(site.length)}=${value}`)
      .join('; ');
    const headers = { ...options.headers, ...(cookie && { Cookie: cookie }) };
    const answer = await call(address.href, { ...options, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/Max-Age=0/.test(set)) cookies.delete(site + name);
      else cookies.set(site + name, value);
    }
    return answer;
  }

  const sentTo = ({ headers }: Answer) => headers.get('Location') ?? '';

  return {
    cookies,
    go,
    start: async (query = '') => sentTo(await go(`/arcp/sso/start${query}`)),
    async signIn(authorize, email = mara) {
      const { origin: provider, searchParams } = new URL(authorize);
      const body = new URLSearchParams([...searchParams, ['email', email], ['password', 'northgate']]);
      return sentTo(await go(`${provider}/login`, { method: 'POST', body }));
    },
    async finish(callback) {
      const done = sentTo(await go(callback));
      const headers = { 'X-Client-Fingerprint': 'this-browser' };
      await go(done);
      return go('/arcp/sso/redeem', { method: 'POST', headers });
    },
  };
}
