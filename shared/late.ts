// What only a renewal or an ending needs. A host with time to spare loads it ahead of need.
export { claimedEnding } from './claimed-ending.ts';
export { claim } from './claims.ts';
export { createRenewing } from './renewing.ts';
