/** What the provider tells a system about who signed in. */
export interface Claims {
  sub: string;
  name: string;
}

export interface ExchangeInput {
  clientId: string;
  redirectUri: string;
  code: string;
}

/** The provider, as a system sees it. */
export interface Identity {
  /** Where people are sent. */
  origin: string;
  /** From server to server, past the browser. `undefined`: the provider refuses the code. */
  exchange(input: ExchangeInput): Promise<Claims | undefined>;
}

export interface IdentityAddress {
  origin: string;
  /** The same server by number: a name that resolves to somebody else's server must get no secret. */
  address: string;
  secret: string;
}

export function createIdentity({ origin, address, secret }: IdentityAddress): Identity {
  return {
    origin,
    async exchange({ clientId, redirectUri, code }) {
      const reply = await fetch(`${address}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: clientId,
          client_secret: secret,
          redirect_uri: redirectUri,
          code,
        }),
        signal: AbortSignal.timeout(10_000),
      });
      return reply.ok ? ((await reply.json()) as Claims) : undefined;
    },
  };
}
