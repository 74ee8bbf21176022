import type { GuardEvent } from '../shared/announce.ts';
import { createGuard, type Guard } from '../shared/guard.ts';
import type { Settings } from '../shared/policy.ts';
import type { Ask, Reply } from '../shared/ports.ts';
import { problem } from '../shared/problem.ts';
import { pageChannel } from './page-channel.ts';
import { pageLock } from './page-lock.ts';
import { pageClock, pageTimer, pageWake, random } from './page-ports.ts';

/** An element as its group sees it. */
export interface Member {
  settings: Settings;
  /** Origins whose replies say something of the session. */
  origins: string[];
  isHeadless(): boolean;
  hear(event: GuardEvent): void;
  send(ask: Ask): Promise<Reply>;
  /** Draws anew: who speaks for the group may have changed. */
  show(): void;
}

/** The elements of one session in one document: they share a guard, and one of them speaks. */
export interface Group {
  readonly guard: Guard;
  name?: string;
  /** In the order of their coming. */
  members: Member[];
  /** What the guard was last told to heed: the settings of the first element. */
  settings: Settings;
  /** Those of the first element. */
  origins: string[];
}

const key = Symbol.for('session-guard');
type Host = { [key]?: Map<string, Group> };

/** On the window, where another copy of this module and the frames find it too. */
const groupsOf = (page: Window): Map<string, Group> => ((page as Host)[key] ??= new Map());

/** Puts an element into the group of its session's name, which changes where the name does. The facts stay. */
export function joinGroup(member: Member, before: Group | undefined): Group {
  const groups = groupsOf(window);
  const name = member.settings.sessionName ?? undefined;
  const isAlone = before?.members.every((each) => each === member);
  // Alone with its guard: that one takes the new name.
  const group = (name && groups.get(name)) || (isAlone && before) || createGroup(member);
  if (before && before !== group) leaveGroup(member, before);
  if (group.name !== name) {
    if (group.name !== undefined) groups.delete(group.name);
    group.name = name;
    if (name !== undefined) groups.set(name, group);
  }
  if (!group.members.includes(member)) group.members.push(member);
  if (group.members[0] === member) lead(group);
  else tellConflict(group, member);
  for (const each of group.members) if (each !== member) each.show();
  return group;
}

/** The last one out stops the guard; before that, the next one takes over. */
export function leaveGroup(member: Member, group: Group): void {
  const led = group.members[0] === member;
  group.members = group.members.filter((each) => each !== member);
  if (!group.members.length) return group.guard.stop();
  if (led) lead(group);
  for (const each of group.members) each.show();
}

/** The first element that shows anything; its frames leave that to the top page. */
export function speaks(member: Member, group: Group): boolean {
  return speakerOf(group) === member && !topSpeaks(group.name);
}

const speakerOf = ({ members }: Group) => members.find((each) => !each.isHeadless());

function topSpeaks(name: string | undefined): boolean {
  const { top } = window;
  if (!top || top === window || name === undefined) return false;
  try {
    const group = (top as Host)[key]?.get(name);
    return !!group && speakerOf(group) !== undefined;
  } catch {
    return false; // a top page of another origin knows nothing of this session
  }
}

function createGroup(first: Member): Group {
  const origins: string[] = [];
  const ports = {
    clock: pageClock,
    timer: pageTimer,
    random,
    wake: pageWake,
    channel: pageChannel,
    lock: pageLock,
    fetch: (ask: Ask) => (group.members[0] ?? first).send(ask),
  };
  const guard = createGuard(first.settings, ports, origins);
  const group: Group = { guard, members: [], settings: first.settings, origins };
  guard.subscribe((event) => {
    for (const member of [...group.members]) member.hear(event);
  });
  return group;
}

/** The settings of the first element hold for all. */
function lead(group: Group): void {
  const { settings, origins } = group.members[0]!;
  group.origins.splice(0, Infinity, ...origins);
  if (group.settings !== settings) group.guard.configure(settings);
  group.settings = settings;
  group.guard.resume();
}

function tellConflict({ members }: Group, member: Member): void {
  const first = members[0]!.settings;
  const names = Object.keys({ ...first, ...member.settings }) as (keyof Settings)[];
  for (const name of names) {
    const [held, found] = [first[name] ?? undefined, member.settings[name] ?? undefined];
    const expected = `${held ?? 'none'}, as the first element of this session`;
    if (held !== found)
      member.hear({ type: 'problem', ...problem('conflict', expected, found ?? 'none', name) });
  }
}
