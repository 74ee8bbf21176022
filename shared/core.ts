/** The guard without a page: pure, for Node and for hosts of their own. Knows no browser, no clock, no storage. */
export type { GuardEvent } from './announce.ts';
export type { Ending, Reason } from './ending.ts';
export { createGuard, type Guard } from './guard.ts';
export type { Outcome } from './outcome.ts';
export type { Trigger } from './renewing.ts';
export { readMoment, type Unit } from './moment.ts';
export type { ObservedReply, ObserveOptions } from './observe.ts';
export type { Phase } from './phase.ts';
export type { Settings } from './policy.ts';
export type { Ask, Channel, Clock, Ports, Reply, Timer } from './ports.ts';
export type { Problem } from './problem.ts';
export { readEnding } from './read-ending.ts';
export { readSession } from './read-session.ts';
export type { Statement } from './statement.ts';
export type { Status } from './status.ts';
