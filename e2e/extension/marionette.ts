import { connect, type Socket } from 'node:net';

/** One connection of WebDriver's classic protocol, as Firefox speaks it itself. */
export interface Marionette {
  /** Commands are done one after the other, in the order in which they are given. */
  send(command: string, given?: object): Promise<never>;
  close(): void;
}

export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;

  const hello = new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    readPackets(socket, (packet) => {
      // The first packet says which protocol this is.
      if (!Array.isArray(packet)) return resolve();
      const [, id, error, value] = packet as [1, number, { error: string; message: string } | null, never];
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.reject(new Error(`${error.error}: ${error.message}`));
      else asked?.resolve(value);
    });
  });
  await hello;
  const gone = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has closed the connection.'));
    waiting.clear();
  };
  socket.on('error', gone).on('close', gone);

  return {
    send(command, given = {}) {
      const id = ++last;
      const text = JSON.stringify([0, id, command, given]);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
    close: () => socket.destroy(),
  };
}

/** Each is `length:json`. */
function readPackets(socket: Socket, took: (packet: unknown) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const colon = rest.indexOf(':');
      const end = colon + 1 + Number(rest.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || rest.length < end) return;
      const packet: unknown = JSON.parse(rest.subarray(colon + 1, end).toString());
      rest = rest.subarray(end);
      took(packet);
    }
  });
}
