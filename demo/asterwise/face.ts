import type { Face } from '../system.ts';

export const face: Face = {
  id: 'asterwise',
  name: 'Asterwise',
  // Ours: public, and good for nothing but this demo.
  account: { username: 'vera@observatory.example', password: 'perihelion' },
  ownStyle: true,
};
