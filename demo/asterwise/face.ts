import type { Face } from '../system.ts';

export const face: Face = {
  id: 'asterwise',
  name: 'Asterwise',
  people: [
    {
      id: 'dev_8h2m0q',
      username: 'vera@observatory.example',
      password: 'perihelion',
      name: 'Vera Castell',
      role: 'Developer',
    },
    {
      id: 'dev_t41xzc',
      username: 'johannes@almanac.example',
      password: 'aphelion',
      name: 'Johannes Brahe',
      role: 'Partner',
    },
  ],
  ownStyle: true,
};
