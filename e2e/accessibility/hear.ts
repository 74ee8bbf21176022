import type { Tab } from '../tab.ts';
import { listen, type Heard } from './in-page/ears.ts';
import { speedUp } from './in-page/fast-time.ts';

const binding = 'sessionGuardHeard';

/** Before the visit: from now on all that a screen reader says of the guard; time goes `rate` times as fast. */
export async function hear(tab: Tab, rate = 1): Promise<Heard[]> {
  const heard: Heard[] = [];
  await tab.driver.expose(tab.page, binding, (text) => heard.push(JSON.parse(text) as Heard));
  await tab.page.evaluateOnNewDocument(listen, binding);
  if (rate !== 1) await tab.page.evaluateOnNewDocument(speedUp, rate);
  return heard;
}
