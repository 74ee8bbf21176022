import type { SeenSign } from '../agent/pace.ts';
import type { Value } from '../agent/stored-values.ts';
import type { Rules } from './channel.ts';

const isMoment = (it: unknown): it is number => typeof it === 'number' && Number.isFinite(it);
const isShort = (it: unknown): it is string => typeof it === 'string' && it.length <= 200;

/** What the observer tells, or a page that stands in for it: only about what the rules name. */
export function readTold(detail: unknown, rules: Rules): ({ say: 'sign' } & SeenSign) | Value | undefined {
  const told = parsed(detail);
  const { tell, place, requestedAt, receivedAt, url, expiresAt, relative, subject, problems } = told;
  if (!isMoment(requestedAt)) return undefined;
  const sign = rules.signs.find((each) => each.place === place);
  if (tell === 'sign' && sign)
    return {
      say: 'sign',
      place: sign.place,
      means: sign.means,
      requestedAt,
      ...(typeof url === 'string' && { url: url.split(/[?#]/)[0]!.slice(0, 2000) }),
    };
  const source = rules.sources.find((each) => each.place === place);
  if (tell !== 'value' || !source || !isMoment(receivedAt)) return undefined;
  return {
    say: 'value',
    source: source.place,
    ...(isMoment(expiresAt) && { expiresAt }),
    ...(relative === true && { relative }),
    ...(isShort(subject) && { subject }),
    problems: Array.isArray(problems) ? problems.filter(isShort).slice(0, 10) : [],
    requestedAt,
    receivedAt,
  };
}

function parsed(detail: unknown): Record<string, unknown> {
  try {
    return Object(typeof detail === 'string' && detail.length < 5000 ? JSON.parse(detail) : {}) as never;
  } catch {
    return {};
  }
}
