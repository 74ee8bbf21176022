import type { SiteProfile } from '../profile/profile.ts';
import { matchesAddress } from '../profile/match.ts';
import { meaningOf } from '../profile/signs.ts';
import { readSource } from '../profile/sources.ts';
import { tell } from '../session/tell.ts';
import type { House } from './house.ts';

/** A reply as `webRequest` shows it. */
export interface PassingReply {
  url: string;
  method: string;
  statusCode: number;
  tabId: number;
  /** Wall clock epoch ms when the headers came. */
  timeStamp: number;
  headers: { name: string; value?: string }[];
}

/** Only headers, methods and redirects need the network: statuses are seen by the agent, which wakes nobody. */
export const needsNetwork = ({ expiry, signs }: Pick<SiteProfile, 'expiry' | 'signs'>): boolean =>
  expiry.some(({ from }) => from === 'header') ||
  signs.some(({ method, redirect, header }) => (method ?? redirect ?? header) !== undefined);

/** Believes what passing replies say, as far as the profile asks. */
export function hearReply(house: House, reply: PassingReply): void {
  const { url, method, statusCode: status, tabId, timeStamp } = reply;
  const agent = house.agents.get(tabId);
  const session = agent && house.sessions.get(agent.key);
  if (!session || !needsNetwork(session.site)) return;
  const { site, guard } = session;
  const headers = {
    get: (name: string) =>
      reply.headers.find((each) => each.name.toLowerCase() === name.toLowerCase())?.value ?? null,
  };
  // When the request began is not told here: not before its reply, which is on the safe side of an ending.
  const at = session.toLocal(timeStamp);
  const times = { requestedAt: at, receivedAt: at };
  site.expiry.forEach((source, place) => {
    if (source.from !== 'header' || !matchesAddress(site, source.url, url)) return;
    const value = headers.get(source.name);
    if (value === null) return;
    const said = readSource(source, value, times);
    for (const each of said.problems) session.note(each);
    session.believe(tell(site, session.record(), place, said, times, guard.now()));
  });
  const redirectTo = status >= 300 && status < 400 ? (headers.get('location') ?? undefined) : undefined;
  const meaning = meaningOf(site, { kind: 'reply', url, method, status, headers, redirectTo });
  if (meaning) house.sessions.heed(session, meaning.sign, at);
}
