export interface Identity {
  /** What the systems know a person by. It stays when a name or an address changes. */
  sub: string;
  email: string;
  name: string;
}

/** Public, and good for nothing but this demo. */
export const password = 'northgate';

/** No system has an account for the third. */
export const identities: readonly Identity[] = [
  { sub: 'ng-7c41d8', email: 'mara@northgate.example', name: 'Mara Lindholm' },
  { sub: 'ng-b20e65', email: 'tobias@northgate.example', name: 'Tobias Okafor' },
  { sub: 'ng-e93f17', email: 'ilse@northgate.example', name: 'Ilse Brandt' },
];
