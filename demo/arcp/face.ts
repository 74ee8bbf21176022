import type { Face } from '../system.ts';

export const face: Face = {
  id: 'arcp',
  name: 'ARCP',
  // Its documented defaults: public, and good for nothing but this demo.
  account: { username: 'ARCP', password: 'ARCP' },
};
