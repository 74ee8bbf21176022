import type { Clock, Timer } from '../../shared/ports.ts';
import { createPace } from '../agent/pace.ts';
import type { FromAgent, ToAgent } from '../messages.ts';
import { meet, noRules, toObserver, toReader, type Rules } from './channel.ts';
import { readTold } from './told.ts';

const often = 1000;

/** The reader's end: brings the observer its rules, and passes on what it tells, no more often than is of use. */
export function meetObserver(
  page: EventTarget,
  clock: Clock,
  timer: Timer,
  tell: (message: FromAgent) => void,
) {
  const leave = new AbortController();
  const waiting = new Map<number, FromAgent>();
  let rules: Rules | undefined;
  let name: string | undefined;
  let due: unknown;
  let toldAt = -Infinity;
  const pace = createPace(clock, timer, ({ place, requestedAt, url }) =>
    tell({ say: 'sign', sign: place, requestedAt, ...(url && { url }) }),
  );

  const send = (type: string, detail?: string) => page.dispatchEvent(new CustomEvent(type, { detail }));
  const bring = () => name && rules && send(toObserver(name), JSON.stringify(rules));
  const on = (type: string, run: (detail: unknown) => void) =>
    page.addEventListener(type, (event) => run((event as CustomEvent<unknown>).detail), {
      signal: leave.signal,
    });

  function flush() {
    due = undefined;
    toldAt = clock.mono();
    for (const message of waiting.values()) tell(message);
    waiting.clear();
  }

  function heard(detail: unknown) {
    const told = readTold(detail, rules ?? noRules);
    if (told?.say === 'sign') pace.see(told);
    if (told?.say !== 'value') return;
    waiting.set(told.source, told);
    due ??= timer.set(Math.max(0, toldAt + often - clock.mono()), flush);
  }

  on(meet, (detail) => {
    if (name || typeof detail !== 'string') return;
    name = detail;
    on(toReader(name), heard);
    bring();
  });

  return {
    order({ match, hosts, sources, signs }: Extract<ToAgent, { order: 'observe' }>) {
      rules = { match, hosts, sources, signs };
      pace.clear();
      if (name) bring();
      else send(meet);
    },
    /** @param byOrder else a newer reader may be here, and the rules are its own. */
    stop(byOrder: boolean) {
      rules = noRules;
      if (byOrder) bring();
      leave.abort();
      pace.clear();
      timer.clear(due);
    },
  };
}
