/** A system that may send people here, and the only address to which they are sent back. */
export interface Client {
  id: string;
  name: string;
  secret: string;
  redirectUri: string;
}

/** What a system asks for. */
export interface Authorization {
  client: Client;
  state: string;
  /** The person is to be asked, also when remembered. */
  prompt: boolean;
}

type Asked = (name: string) => string | undefined;

/** A string names what is wrong. Then nobody is sent anywhere: the address may be a stranger's. */
export function readAuthorization(clients: readonly Client[], asked: Asked): Authorization | string {
  const client = clients.find(({ id }) => id === asked('client_id'));
  if (!client) return 'No system is registered here under this client_id.';
  if (asked('redirect_uri') !== client.redirectUri)
    return `The redirect_uri is not the one that ${client.name} is registered with.`;
  if (asked('response_type') !== 'code') return 'The response_type must be “code”.';
  const state = asked('state');
  if (!state || state.length > 200) return 'A state is missing, or is longer than 200 characters.';
  return { client, state, prompt: asked('prompt') === 'login' };
}

/** The way back, with an answer. */
export function wayBack({ client, state }: Authorization, answer: Record<string, string>): string {
  const url = new URL(client.redirectUri);
  for (const [name, value] of Object.entries({ ...answer, state })) url.searchParams.set(name, value);
  return url.href;
}
