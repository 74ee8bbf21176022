import type { PromptModel } from '../../component/prompt-model.ts';
import { deadline } from '../../shared/facts.ts';
import { isOver } from '../../shared/phase.ts';
import { readPolicy } from '../../shared/policy.ts';
import type { SessionView } from '../session/view.ts';
import type { SessionRecord } from '../stored.ts';

/** What the prompt shows of a session; `undefined`: nothing. */
export function promptModelOf(view: SessionView, record: SessionRecord): PromptModel | undefined {
  const { phase, access, paused, prompt, signIn } = view;
  if (prompt !== 'guard' || paused || access === 'missing') return undefined;
  if (phase !== 'warning' && !isOver(phase)) return undefined;
  return {
    phase,
    endsAt: view.endsAt,
    limit: limitOf(record),
    ending: phase === 'ended' ? view.ending : undefined,
    canRenew: view.canRenew,
    canLook: view.canLook,
    renewal: view.renewing ? 'pending' : view.failed ? 'failed' : 'none',
    looking: view.looking,
    offline: view.offline,
    refusals: record.asking.refusals,
    signIn: signIn && { href: signIn.href, target: signIn.target === 'same' ? '_self' : '_blank' },
  };
}

// Which limit it is depends on the facts alone: profiles declare no idle timeout to the core.
const { policy } = readPolicy({});
const limitOf = ({ facts }: SessionRecord) => deadline(facts, policy)?.limit;
