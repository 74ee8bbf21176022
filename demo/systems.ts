import { arcp } from './arcp/system.ts';
import type { DemoSystem } from './system.ts';

/** The place to add a system. */
export const systems: readonly DemoSystem[] = [arcp];
