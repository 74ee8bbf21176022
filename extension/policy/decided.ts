import type { Language } from '../pages/language.ts';
import { fill } from '../pages/texts.ts';
import type { Decider } from './in-force.ts';

/** What stands beside a control that is greyed out. */
export const decidedText = ({ organisation }: Decider, { policy }: Language): string =>
  organisation === undefined ? policy.byYours : fill(policy.by, { organisation });
