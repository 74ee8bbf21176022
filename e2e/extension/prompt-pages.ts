import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages that forbid as much as they can, each in its way. */
export const policies = {
  none: {},
  nothing: { 'content-security-policy': "default-src 'none'; frame-src 'none'; style-src 'none'" },
  isolated: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
  'trusted types': { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  sandbox: { 'content-security-policy': 'sandbox allow-scripts' },
} satisfies Record<string, Record<string, string>>;

export type Policy = keyof typeof policies;

const page = `<!doctype html><html lang="en"><title>Work</title>
<h1>A page of work</h1><p id="text">Some text that somebody reads.</p>
<form><label>Name <input id="name"></label> <textarea id="note"></textarea></form>
<dialog id="own"><p>The page asks.</p><button>Close</button></dialog>
<div style="height: 3000px"></div></html>`;

export async function openPages() {
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1)) as Policy;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policies[name] });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (policy: Policy = 'none') => `http://127.0.0.1:${port}/${encodeURIComponent(policy)}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
