/** How long something must stay where it is before a press on it can be meant. */
export const settling = 500;

/** Says whether it can be seen and has been in one place for long enough; `place` is any text for where it is. */
export function createSteady(): (isSeen: boolean, place: string, now: number) => boolean {
  let last = '';
  let since = -Infinity;
  return (isSeen, place, now) => {
    // The first place is none that it moved from: the frame itself counts from when it is seen.
    if (last && place !== last) since = now;
    last = place;
    return isSeen && now >= since + settling;
  };
}
