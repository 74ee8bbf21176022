/**
 * A short fingerprint of who is signed in: two tabs compare it, and nobody needs to know more (law 7). It is made
 * to tell people apart, not to keep a secret: whoever can hear it is on the same origin.
 */
export function hash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x1505];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193); // FNV-1a, and a second one with another prime: 64 bits in all
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36);
}
