/** Refusals that say nothing of the session: what to send for each, and what it is about. */
export const refusals = [
  { id: 'api-key', label: 'A 401 about an API key', method: 'GET', path: 'v1/natal-chart' },
  { id: 'magic-link', label: '… a magic link', method: 'POST', path: 'magic-links/redeem' },
  { id: 'exchange-code', label: '… an exchange code', method: 'POST', path: 'codes/exchange' },
  { id: 'password', label: '… a wrong password', method: 'POST', path: 'session' },
  { id: 'right', label: 'A missing right (403)', method: 'DELETE', path: 'members/owner' },
] as const;
