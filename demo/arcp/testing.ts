import { useDemo, type Answer, type Call } from '../testing.ts';
import { face } from './face.ts';

export interface ArcpCall extends Call {
  fingerprint?: string;
}

/** A demo for the tests of one file, and what its ARCP is asked most. */
export function useArcp() {
  const demo = useDemo();

  function call(path: string, { fingerprint = 'this-browser', ...options }: ArcpCall = {}): Promise<Answer> {
    const headers = { ...options.headers, ...(fingerprint && { 'X-Client-Fingerprint': fingerprint }) };
    return demo.call(path, { ...options, headers });
  }

  return {
    clock: demo.clock,
    call,
    async signIn(person = face.people[0]): Promise<string> {
      const { json } = await call('/arcp/auth/login', { method: 'POST', body: person });
      return json.access_token as string;
    },
    status: (token: string, fingerprint?: string) =>
      call('/arcp/auth/session_status', { token, fingerprint }),
    renew: (token: string) => call('/arcp/auth/renew', { method: 'POST', token }),
  };
}
