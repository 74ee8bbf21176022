/** Where people come back to from the provider: what a system is registered with there. */
export const callbackOf = (origin: string, systemId: string): string => `${origin}/${systemId}/sso/callback`;
