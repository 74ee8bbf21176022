import { named, type Person } from '../people.ts';
import { tokenLifetime, type Arcp } from './arcp.ts';

export interface SignIn {
  person: Person;
  fingerprint: string;
  idleTimeout: number;
}

/** Signs somebody in, however they showed who they are: the body of the reply that says so. */
export async function openSession(arcp: Arcp, { person, fingerprint, idleTimeout }: SignIn) {
  const session = arcp.sessions.open({ user: person.id, fingerprint, idleTimeout });
  const lifetime = tokenLifetime(idleTimeout);
  const { token, expiresAt } = await arcp.tokens.issue({
    sessionId: session.id,
    user: session.user,
    lifetime,
  });
  return {
    access_token: token,
    token_type: 'bearer',
    expires_in: Math.floor((expiresAt - arcp.now()) / 1000),
    agent_id: null,
    // Ours: the page has to know which idle timeout was granted, to declare it to the element, and whose page it is.
    session_timeout: idleTimeout / 1000,
    user: named(person),
  };
}
