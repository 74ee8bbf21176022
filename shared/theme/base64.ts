const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** @returns `undefined` for what is not base64 with its padding. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const bytes = new Uint8Array((text.length / 4) * 3);
  const digit = (at: number) => Math.max(0, letters.indexOf(text[at]!));
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    const bits = (digit(at) << 18) | (digit(at + 1) << 12) | (digit(at + 2) << 6) | digit(at + 3);
    bytes.set([bits >> 16, (bits >> 8) & 255, bits & 255], to);
  }
  return bytes.subarray(0, bytes.length - (text.length - text.replace(/=+$/, '').length));
}
