import type { Face } from '../system.ts';

export const face: Face = {
  id: 'arcp',
  name: 'ARCP',
  people: [
    // Its documented defaults.
    { id: 'adm-5f2c81', username: 'ARCP', password: 'ARCP', name: 'Mara Lindholm', role: 'Administrator' },
    { id: 'adm-c07e94', username: 'NIGHT', password: 'NIGHT', name: 'Tobias Okafor', role: 'Night shift' },
  ],
};
