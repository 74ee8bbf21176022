import type { Face } from '../system.ts';

export const face: Face = {
  id: 'trust-leads',
  name: 'Trust Leads',
  people: [
    {
      id: 'p-31d7e0',
      username: 'ada@trustleads.example',
      password: 'intact',
      name: 'Ada Whitlock',
      role: 'Researcher',
    },
    {
      id: 'p-90b5fa',
      username: 'samir@trustleads.example',
      password: 'rapport',
      name: 'Samir Haddad',
      role: 'Sales',
    },
  ],
  ownStyle: true,
};
