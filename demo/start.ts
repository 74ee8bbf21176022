import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { isBuilt, missingBuild } from './library.ts';
import type { DemoSystem } from './system.ts';
import { systems } from './systems.ts';

export interface DemoOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  now?: () => number;
  dist?: URL;
  slowBy?: number;
}

export interface Demo {
  url: string;
  close(): Promise<void>;
}

const builtFiles = new URL('../dist/', import.meta.url);
const loopback = '127.0.0.1';

/** Starts the demo on loopback only; rejects when the port is taken. */
export async function startDemo({
  port = 0,
  now = Date.now,
  dist = builtFiles,
  slowBy = 3000,
}: DemoOptions = {}): Promise<Demo> {
  const app = createApp({ now, dist, slowBy });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(port, loopback);
  await once(server, 'listening');
  return {
    url: `http://${loopback}:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function startOnNextFreePort(first: number): Promise<Demo> {
  for (let port = first; port < first + 20; port += 1) {
    try {
      return await startDemo({ port });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`No free port from ${first} to ${first + 19}. Choose one: PORT=5000 npm start`);
}

const tell = ({ name, id, account }: DemoSystem, url: string) =>
  `  ${name.padEnd(12)} ${url}/${id}/  (${account.username} / ${account.password})`;

async function main(): Promise<void> {
  const wanted = Number(process.env.PORT ?? 4310);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    throw new Error(`PORT must be a number from 1 to 65535 (found: ${process.env.PORT})`);
  }
  const demo = await startOnNextFreePort(wanted);
  console.log(`
  session-guard demo

  Start here   ${demo.url}/
${systems.map((each) => tell(each, demo.url)).join('\n')}
  Stop         Ctrl+C
`);
  if (!isBuilt(builtFiles)) console.warn(`  ${missingBuild}\n`);

  const stop = () => void demo.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
