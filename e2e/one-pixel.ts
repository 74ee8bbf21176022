import { crc32, deflateSync } from 'node:zlib';

/** The smallest picture: a PNG of one colour, as an address of its own. */
export function onePixel(...rgb: number[]): string {
  const chunk = (type: string, data: number[] | Buffer) => {
    const body = Buffer.concat([Buffer.from(type), Buffer.from(data)]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length - 4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  const size = [0, 0, 0, 1, 0, 0, 0, 1];
  const parts = [
    chunk('IHDR', [...size, 8, 2, 0, 0, 0]),
    chunk('IDAT', deflateSync(Buffer.from([0, ...rgb]))),
    chunk('IEND', []),
  ];
  return `data:image/png;base64,${Buffer.concat([signature, ...parts]).toString('base64')}`;
}
