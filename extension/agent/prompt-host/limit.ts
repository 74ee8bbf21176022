/** Says whether something happened more than `most` times within `span` ms, each time that it happens. */
export function createLimit(most: number, span: number): (now: number) => boolean {
  let moments: number[] = [];
  return (now) => {
    moments = [...moments.filter((at) => at > now - span), now];
    return moments.length > most;
  };
}
