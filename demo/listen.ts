import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  port: number;
  /** By number. */
  origin: string;
  /** Until then all requests wait: addresses are known before what is served under them. */
  serve(app: Hono): void;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

/** A server on loopback only; rejects when the port is taken. 0 takes any free port. */
export async function listen(wanted: number): Promise<Listening> {
  let ready: (app: Hono) => void;
  const app = new Promise<Hono>((resolve) => (ready = resolve));
  const server = createAdaptorServer({
    fetch: async (request, env) => (await app).fetch(request, env),
  }) as Server;
  server.listen(wanted, loopback);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://${loopback}:${port}`,
    serve: (served) => ready(served),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
