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

/**
 * Sessions of several names may be due together: the earlier end is shown first, the next once that one is done
 * with. One that is open is not taken from under the person's hand.
 */
export function mayShow(turn: Turn, at: number): boolean {
  const wish = wishes.find((each) => each.turn === turn);
  if (wish) wish.at = at;
  else wishes.push({ turn, at, seen: false });
  return wish?.seen || first() === turn;
}

/** The person put it away: it stays as a banner, and the next has its turn. */
export function putAway(turn: Turn): void {
  wishes = wishes.map((each) => (each.turn === turn ? { ...each, seen: true } : each));
  first()?.show();
}

/** Nothing to show any more. */
export function giveUp(turn: Turn): void {
  if (!wishes.some((each) => each.turn === turn)) return;
  wishes = wishes.filter((each) => each.turn !== turn);
  first()?.show();
}

function first(): Turn | undefined {
  const waiting = wishes.filter(({ seen }) => !seen);
  const open = waiting.find(({ turn }) => turn.isOpen());
  return (open ?? waiting.sort((a, b) => a.at - b.at)[0])?.turn;
}
