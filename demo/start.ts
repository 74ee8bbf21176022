import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { createIdentityApp } from './identity/app.ts';
import { createIdentity } from './identity/client.ts';
import { face as provider } from './identity/face.ts';
import { isBuilt, missingBuild } from './library.ts';
import { listen } from './listen.ts';
import { callbackOf } from './sso/address.ts';
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
  /** Of the identity provider. */
  identityUrl: string;
  close(): Promise<void>;
}

const builtFiles = new URL('../dist/', import.meta.url);

/** Starts the demo, and the identity provider beside it, on loopback only; rejects when the port is taken. */
export async function startDemo({
  port = 0,
  now = Date.now,
  dist = builtFiles,
  slowBy = 3000,
}: DemoOptions = {}): Promise<Demo> {
  const demo = await listen(port);
  const identity = await listen(0);
  const { origin } = demo;
  // By name, where the systems go by number: another site, and not just another port.
  const identityUrl = `http://localhost:${identity.port}`;
  const secret = randomBytes(24).toString('base64url');
  const clients = systems
    .filter(({ sso }) => sso)
    .map(({ id, name }) => ({ id, name, secret, redirectUri: callbackOf(origin, id) }));

  identity.serve(createIdentityApp({ now, clients }));
  demo.serve(
    createApp({
      now,
      dist,
      slowBy,
      origin,
      identity: createIdentity({ origin: identityUrl, address: identity.origin, secret }),
    }),
  );
  return {
    url: origin,
    identityUrl,
    async close() {
      await Promise.all([demo.close(), identity.close()]);
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

const tell = ({ name, id, people }: DemoSystem, url: string) => {
  const accounts = people.map(({ username, password }) => `${username} / ${password}`);
  return `  ${name.padEnd(12)} ${url}/${id}/  (${accounts.join(', or ')})`;
};

async function main(): Promise<void> {
  const wanted = Number(process.env.PORT ?? 4310);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    throw new Error(`PORT must be a number from 1 to 65535 (found: ${process.env.PORT})`);
  }
  const demo = await startOnNextFreePort(wanted);
  console.log(`
  session-guard demo

  Start here   ${demo.url}/
  Playground   ${demo.url}/playground/
${systems.map((each) => tell(each, demo.url)).join('\n')}
  ${provider.name.padEnd(12)} ${demo.identityUrl}/  (to sign in to ${systems.find(({ sso }) => sso)?.name})
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
