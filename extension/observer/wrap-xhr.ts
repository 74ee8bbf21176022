import { mostBytes } from '../agent/read-body.ts';
import { apply, getter, standIn } from './natives.ts';
import { clock } from './observer-ports.ts';
import type { Kept, Passing } from './observe.ts';

/** Hears when a request of the page is done, and reads what it holds; that can be read as often as one likes. */
export function wrapXhr(see: (passing: Passing) => void): void {
  const prototype = XMLHttpRequest.prototype;
  const { open, send, getAllResponseHeaders } = prototype;
  const { addEventListener } = EventTarget.prototype;
  const { parse } = JSON;
  const { text } = Blob.prototype;
  const [status, responseURL] = [getter(prototype, 'status'), getter(prototype, 'responseURL')];
  const [responseType, response] = [getter(prototype, 'responseType'), getter(prototype, 'response')];
  const sent = new WeakMap<XMLHttpRequest, { method: string; requestedAt: number }>();

  /** At once: the page may use the same object for its next request. */
  function keep(xhr: XMLHttpRequest): Kept {
    const [type, it] = [responseType(xhr), response(xhr) as unknown];
    const read = async () => {
      if (type === 'json') return it ?? undefined;
      if (it instanceof Blob) return it.size > mostBytes ? undefined : parse(await apply(text, it, []));
      const whole =
        it instanceof ArrayBuffer && it.byteLength <= mostBytes ? new TextDecoder().decode(it) : it;
      return typeof whole === 'string' && whole.length <= mostBytes ? parse(whole) : undefined;
    };
    return { json: read, drop: () => undefined };
  }

  function pass(this: XMLHttpRequest) {
    try {
      see({
        url: responseURL(this),
        status: status(this),
        headers: headersIn(apply(getAllResponseHeaders, this, []) as string),
        method: 'GET',
        requestedAt: 0,
        ...sent.get(this),
        receivedAt: clock.wall(),
        keep: () => keep(this),
      });
    } catch {
      // Whatever it was, it is not the page's trouble.
    }
  }

  prototype.open = standIn(open, (self, args) => {
    const done = apply(open, self, args) as unknown;
    const xhr = self as XMLHttpRequest;
    if (!sent.has(xhr)) apply(addEventListener, xhr, ['load', pass]);
    // What is no text is not made one twice.
    sent.set(xhr, { method: typeof args[0] === 'string' ? args[0] : 'GET', requestedAt: clock.wall() });
    return done;
  });
  prototype.send = standIn(send, (self, args) => {
    const known = sent.get(self as XMLHttpRequest);
    if (known) known.requestedAt = clock.wall();
    return apply(send, self, args);
  });
}

/** Asked for one that the page may not read, the browser would say so in its console. */
const headersIn = (lines: string) => ({
  get(name: string): string | null {
    const start = `${name.toLowerCase()}: `;
    const line = lines.split('\r\n').find((each) => each.startsWith(start));
    return line === undefined ? null : line.slice(start.length);
  },
});
