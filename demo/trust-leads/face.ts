import type { Face } from '../system.ts';

export const face: Face = {
  id: 'trust-leads',
  name: 'Trust Leads',
  // Ours: public, and good for nothing but this demo.
  account: { username: 'ada@trustleads.example', password: 'intact' },
  ownStyle: true,
};
