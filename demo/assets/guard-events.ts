/** What the element tells, without its prefix. */
export const guardEvents = [
  'change',
  'warning',
  'renewed',
  'expired',
  'ended',
  'restored',
  'problem',
  'before-renew',
  'before-sign-in',
];
