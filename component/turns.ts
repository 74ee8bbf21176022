/** A prompt that wants the person's attention. */
export interface Turn {
  isOpen(): boolean;
  /** Draws anew: its turn may have come. */
  show(): void;
}

interface Wish {
  turn: Turn;
  /** Local moment of the end; what is over comes first. */
  at: number;
  /** The person has seen it and put it away. */
  seen: boolean;
}

let wishes: Wish[] = [];
/** Whose turn it was when somebody last asked. */
let current: Turn | undefined;

/**
 * Sessions of several names may be due together: the earlier end is shown first, the next once that one is done
 * with. One that is open is not taken from under the person's hand.
 */
export function mayShow(turn: Turn, at: number): boolean {
  const known = wishes.find((each) => each.turn === turn);
  const wish = Object.assign(known ?? { turn, seen: false }, { at });
  if (!known) wishes.push(wish);
  passOn();
  return wish.seen || current === turn;
}

/** The person put it away: it stays as a banner, and the next has its turn. */
export function putAway(turn: Turn): void {
  wishes = wishes.map((each) => (each.turn === turn ? { ...each, seen: true } : each));
  passOn();
}

/** Nothing to show any more. */
export function giveUp(turn: Turn): void {
  wishes = wishes.filter((each) => each.turn !== turn);
  passOn();
}

function passOn(): void {
  const waiting = wishes.filter(({ seen }) => !seen);
  const open = waiting.find(({ turn }) => turn.isOpen());
  const next = (open ?? waiting.sort((a, b) => a.at - b.at)[0])?.turn;
  if (next === current) return;
  const before = current;
  current = next;
  before?.show();
  next?.show();
}
