import type { Bench } from './bench.ts';
import { activityBench } from './rows/activity.ts';
import { bytesBench } from './rows/bytes.ts';
import { clocksBench } from './rows/clocks.ts';
import { cpuBench } from './rows/cpu.ts';
import { extensionAgentBench } from './rows/extension-agent.ts';
import { extensionLateBench } from './rows/extension-late.ts';
import { extensionManyBench } from './rows/extension-many.ts';
import { extensionWakeUpsBench } from './rows/extension-wake-ups.ts';
import { freezeBench } from './rows/freeze.ts';
import { guardFetchBench } from './rows/guard-fetch.ts';
import { hiddenBench, longHiddenBench } from './rows/hidden.ts';
import { lateBench } from './rows/late.ts';
import { sleepBench } from './rows/sleep.ts';
import { spreadBench } from './rows/spread-of-clients.ts';
import { startBench } from './rows/start.ts';
import { stepBench } from './rows/step.ts';
import { tabsBench } from './rows/tabs.ts';
import { themeBench } from './rows/theme.ts';
import { thirtyDaysBench } from './rows/thirty-days.ts';
import { farBench, lastBench } from './rows/wake-ups.ts';

/** In the order of the table. Those that run alone come in this order too. */
export const benches: readonly Bench[] = [
  bytesBench,
  farBench,
  lastBench,
  cpuBench,
  activityBench,
  lateBench,
  hiddenBench,
  longHiddenBench,
  freezeBench,
  sleepBench,
  stepBench,
  thirtyDaysBench,
  clocksBench,
  startBench,
  guardFetchBench,
  spreadBench,
  themeBench,
  tabsBench,
  extensionAgentBench,
  extensionManyBench,
  extensionWakeUpsBench,
  extensionLateBench,
];
