/** How long the person must have been able to see a button before a press on it can be meant. */
export const unarmed = 500;

/**
 * Whether presses count. Where the browser itself tells the frame what of it can be seen (Chromium), that decides;
 * elsewhere the host's word does. What either of them denies is denied.
 */
export function createArming(tellsSight: boolean) {
  let seen = !tellsSight;
  let hostSees: boolean | undefined = tellsSight ? undefined : false;
  let since = -Infinity;
  let pressedArmed = false;

  const change = (apply: () => void, now: number) => {
    const before = canBeSeen();
    apply();
    if (canBeSeen() && !before) since = now;
  };
  const canBeSeen = () => seen && hostSees !== false;
  const isArmed = (now: number) => canBeSeen() && now >= since + unarmed;

  return {
    isArmed,
    see: (visible: boolean, now: number) => change(() => (seen = visible), now),
    hear: (armed: boolean, now: number) => change(() => (hostSees = armed), now),
    /** It was moved, or became another size: what is under the pointer is not what was. */
    move(now: number) {
      since = now;
    },
    press(now: number) {
      pressedArmed = isArmed(now);
    },
    /** Of a click: it counts from where it was pressed; one made by a key has no press. */
    allows: (byPointer: boolean, now: number) => isArmed(now) && (!byPointer || pressedArmed),
  };
}
