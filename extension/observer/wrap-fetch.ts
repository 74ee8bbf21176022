import { readBody } from '../agent/read-body.ts';
import { apply, getter, own, standIn } from './natives.ts';
import { clock } from './observer-ports.ts';
import type { Passing } from './observe.ts';

/** Every reply passes as it is, at once; errors stay the caller's, also those that nobody catches. */
export function wrapFetch(page: Window & typeof globalThis, see: (passing: Passing) => void): void {
  const { fetch } = page;
  const { then } = Promise.prototype;
  const { parse } = JSON;
  const { clone } = Response.prototype;
  const { get } = Headers.prototype;
  const [url, status] = [getter(Response.prototype, 'url'), getter(Response.prototype, 'status')];
  const [headers, body] = [getter(Response.prototype, 'headers'), getter(Response.prototype, 'body')];
  const requestMethod = getter(Request.prototype, 'method');

  function methodOf([input, init]: unknown[]): string {
    // What a getter of the page would say is not asked twice.
    const given: unknown = Object(init) === init ? own(init as object, 'method')?.value : undefined;
    if (typeof given === 'string') return given;
    try {
      return requestMethod(input as Request);
    } catch {
      return 'GET';
    }
  }

  function keep(reply: Response) {
    const copy = apply(clone, reply, []) as Response;
    return {
      async json(): Promise<unknown> {
        const text = await readBody(body(copy));
        return text === undefined ? undefined : parse(text);
      },
      drop: () => void body(copy)?.cancel(),
    };
  }

  page.fetch = standIn(fetch, (self, args) => {
    const requestedAt = clock.wall();
    const pass = (reply: Response) => {
      try {
        const of = headers(reply);
        see({
          url: url(reply),
          status: status(reply),
          headers: { get: (name) => apply(get, of, [name]) as string | null },
          method: methodOf(args),
          requestedAt,
          receivedAt: clock.wall(),
          keep: () => keep(reply),
        });
      } catch {
        // Whatever it was, it is not the page's trouble.
      }
      return reply;
    };
    return apply(then, apply(fetch, self, args), [pass]);
  });
}
