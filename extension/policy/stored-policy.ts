import type { Stored } from '../stored.ts';
import type { PolicyRead } from './policy.ts';
import { readPolicy } from './read-policy.ts';

const read = new WeakMap<object, PolicyRead>();

/** What was decided, as it is stored; each is read once. */
export function policyIn({ policy }: Pick<Stored, 'policy'>): PolicyRead {
  if (typeof policy !== 'object' || policy === null) return readPolicy(policy);
  const known = read.get(policy) ?? readPolicy(policy);
  read.set(policy, known);
  return known;
}
