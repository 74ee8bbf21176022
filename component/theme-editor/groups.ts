import { ruleOf, tokenNames, type TokenName } from '../../shared/theme/tokens.ts';

export const groupNames = ['colours', 'around', 'type', 'shape'] as const;
export type GroupName = (typeof groupNames)[number];

const around = ['line', 'backdrop', 'cover', 'shadow'];

/** By what it does; one that is new finds its place by its type. */
function groupOf(name: TokenName): GroupName {
  const { type } = ruleOf(name);
  if (around.includes(name) || type === 'shadow') return 'around';
  if (type === 'color') return 'colours';
  return /^font/.test(type) || name.endsWith('-size') ? 'type' : 'shape';
}

export const tokensIn = (group: GroupName): TokenName[] =>
  tokenNames.filter((name) => groupOf(name) === group);
