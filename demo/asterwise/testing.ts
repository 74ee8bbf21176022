import { useDemo, type Answer } from '../testing.ts';
import { face } from './face.ts';

/** A demo for the tests of one file, and what its Asterwise is asked most. */
export function useAsterwise() {
  const { clock, call } = useDemo();
  const api = (path: string, token?: string, method = 'GET', body?: unknown): Promise<Answer> =>
    call(`/asterwise/api/${path}`, { token, method, body });

  return {
    clock,
    call,
    api,
    async signIn(ttl = '60s', person = face.people[0]): Promise<string> {
      return (await api(`session?ttl=${ttl}`, undefined, 'POST', person)).json.session_token as string;
    },
    startUp: (token: string) => api('dashboard', token),
    pull: (lever: string, token?: string, body?: unknown) =>
      call(`/asterwise/debug/${lever}`, { method: 'POST', token, body }),
    believed: async (token?: string) => (await call('/asterwise/debug/session', { token })).json,
  };
}
