import type { Ending } from './ending.ts';
import type { Keeper } from './keeper.ts';
import type { Looking } from './looking.ts';
import { isOver } from './phase.ts';

/**
 * What a reply elsewhere says of the end. While the facts say alive it is a claim, which a look decides where
 * there is one to ask; a mere hint (a bare 401) without a look ends nothing.
 */
export async function claim(keeper: Keeper, looking: Looking, ending: Ending, at: number): Promise<void> {
  const phase = keeper.phase();
  const { aliveAt } = keeper.facts;
  // Asked before the newest word of the server, or of a session that nobody held.
  if (phase === 'none' || at < (aliveAt ?? at)) return;
  // Where there is an address, the look at the start says whether there is a session.
  if (phase === 'unknown' && (keeper.policy.sessionUrl || !ending.certain)) return;

  if (isOver(phase)) keeper.asking.refusals++;
  else if (keeper.policy.sessionUrl) return void (await looking.look({ claimed: ending, since: at }));
  else if (!ending.certain)
    return keeper.tellOnce('unclear-ending', 'session-url, or a named ending', undefined, '401');

  const ended = ending.certain ? ending : undefined;
  keeper.take({ source: 'observed', requestedAt: at, receivedAt: keeper.now(), ended });
}
