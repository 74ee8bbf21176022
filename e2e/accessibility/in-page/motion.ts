export interface Motion {
  name: string;
  /** The element, or its part of that name, such as `::backdrop`. */
  of: string;
  /** Milliseconds, all rounds and delays together. */
  lasts: number;
}

/** Runs in the page before any other script: keeps each animation and transition that it ever sees. */
export function watchMotion(): void {
  const motions: Motion[] = [];
  Object.assign(window, { sessionGuardMotions: motions });
  const seen = new WeakSet<Animation>();
  const look = (): void => {
    const root = document.querySelector('session-guard')?.shadowRoot;
    for (const animation of [...document.getAnimations(), ...(root?.getAnimations() ?? [])]) {
      if (seen.has(animation)) continue;
      seen.add(animation);
      const effect = animation.effect as KeyframeEffect;
      motions.push({
        name: animation instanceof CSSAnimation ? animation.animationName : animation.constructor.name,
        of: effect.pseudoElement ?? effect.target?.localName ?? '',
        lasts: Number(effect.getComputedTiming().endTime),
      });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
