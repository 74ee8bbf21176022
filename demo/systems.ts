import { arcp } from './arcp/system.ts';
import { asterwise } from './asterwise/system.ts';
import type { DemoSystem } from './system.ts';
import { trustLeads } from './trust-leads/system.ts';

/** The place to add a system. */
export const systems: readonly DemoSystem[] = [arcp, asterwise, trustLeads];
