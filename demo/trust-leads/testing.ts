import type { Person } from '../people.ts';
import type { Answer, useDemo } from '../testing.ts';

export interface Ask {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Default: what the cookie says. */
  csrf?: string;
}

/** A browser as far as the server can tell: it keeps cookies, and its page sends the CSRF token back. */
export interface Visitor {
  /** By name. */
  cookies: Map<string, string>;
  ask(path: string, options?: Ask): Promise<Answer>;
  signIn(ttl?: string): Promise<Answer>;
  /** Password and code, the latter read off the page. */
  signInTwice(person: Person): Promise<Answer>;
  look(): Promise<Answer>;
  /** As the element does; `by: 'page'` is the silent refresh. */
  refresh(by?: 'page'): Promise<Answer>;
  believed(): Promise<Answer['json']>;
}

export function visitor(
  call: ReturnType<typeof useDemo>['call'],
  cookies = new Map<string, string>(),
): Visitor {
  async function ask(path: string, { method = 'GET', body, headers, csrf }: Ask = {}): Promise<Answer> {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await call(`/trust-leads${path}`, {
      method,
      body,
      headers: {
        'Content-Type': 'application/json',
        'X-CSRF-Token': csrf ?? cookies.get('trust-leads-csrf') ?? '',
        ...(cookie && { Cookie: cookie }),
        ...headers,
      },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/Max-Age=0/.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }

  return {
    cookies,
    ask,
    signIn: (ttl) =>
      ask(`/auth/sign-in${ttl ? `?ttl=${ttl}` : ''}`, {
        method: 'POST',
        body: { username: 'ada@trustleads.example', password: 'intact' },
      }),
    async signInTwice(person) {
      await ask('/auth/sign-in', { method: 'POST', body: person });
      const code = await readCode(ask);
      return ask('/auth/second-step', { method: 'POST', body: { code } });
    },
    look: () => ask('/api/session'),
    refresh: (by) => ask(`/auth/refresh${by ? `?by=${by}` : ''}`, { method: 'POST' }),
    believed: async () => (await ask('/debug/session')).json,
  };
}

/** As a person reads it off the page. */
export async function readCode(ask: Visitor['ask']): Promise<string | undefined> {
  return /id="phone">(\d{6})</.exec((await ask('/second-step')).text)?.[1];
}
