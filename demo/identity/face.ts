export const face = { id: 'identity', name: 'Northgate ID', ownStyle: true } as const;
