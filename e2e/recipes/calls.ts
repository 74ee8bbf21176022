import type { AxiosError, AxiosInstance } from 'axios';
import type { HTTPError, KyInstance } from 'ky';

/** What the page's own code got of a request. */
export interface Got {
  status: number | null;
  /** Text. */
  body: string | null;
  /** The name of the error that the library threw or told. */
  error: string | null;
}

export interface Call {
  path: string;
  /** Milliseconds until the page gives up. */
  abortAfter?: number;
  /** By what each library calls them. Default: its own. */
  credentials?: 'omit' | 'include';
}

type With<Api> = { recipe: { api: Api } };

// Each runs in the page.

export async function callFetch({ path, abortAfter, credentials }: Call): Promise<Got> {
  const { recipe } = window as unknown as With<typeof fetch>;
  const signal = abortAfter === undefined ? undefined : AbortSignal.timeout(abortAfter);
  try {
    const reply = await recipe.api(path, { signal, credentials: credentials ?? 'same-origin' });
    return { status: reply.status, body: await reply.text(), error: null };
  } catch (error) {
    return { status: null, body: null, error: (error as Error).name };
  }
}

export async function callAxios({
  path,
  abortAfter,
  credentials,
  adapter,
}: Call & { adapter: string }): Promise<Got> {
  const { recipe } = window as unknown as With<AxiosInstance>;
  const signal = abortAfter === undefined ? undefined : AbortSignal.timeout(abortAfter);
  const text = (data: unknown): string => (typeof data === 'string' ? data : JSON.stringify(data));
  try {
    const reply = await recipe.api.get(path, {
      signal,
      adapter,
      ...(credentials && { withCredentials: credentials === 'include' }),
    });
    return { status: reply.status, body: text(reply.data), error: null };
  } catch (error) {
    const { name, response } = error as AxiosError;
    return { error: name, status: response?.status ?? null, body: response ? text(response.data) : null };
  }
}

export async function callKy({
  path,
  abortAfter,
  credentials,
  retry = 0,
}: Call & { retry?: number }): Promise<Got> {
  const { recipe } = window as unknown as With<KyInstance>;
  const signal = abortAfter === undefined ? undefined : AbortSignal.timeout(abortAfter);
  try {
    const reply = await recipe.api.get(path, { signal, retry, ...(credentials && { credentials }) });
    return { status: reply.status, body: await reply.text(), error: null };
  } catch (error) {
    const { name, response, data } = error as HTTPError;
    return { error: name, status: response?.status ?? null, body: response ? JSON.stringify(data) : null };
  }
}

/** What htmx put into the page is the body. */
export function callHtmx({ path, abortAfter, credentials }: Call): Promise<Got> {
  const { htmx } = window as unknown as {
    htmx: {
      config: object;
      process(root: Element): void;
      trigger(element: Element, name: string): void;
    };
  };
  if (credentials) Object.assign(htmx.config, { selfRequestsOnly: false, withCredentials: true });
  document.querySelector('#fragment')?.remove();
  document.body.insertAdjacentHTML(
    'beforeend',
    `<div id="fragment"><button hx-get="${path}" hx-target="#target"></button><p id="target">as it was</p></div>`,
  );
  const fragment = document.querySelector('#fragment')!;
  const button = fragment.querySelector('button')!;
  htmx.process(fragment);
  return new Promise((resolve) => {
    let error: string | null = null;
    for (const name of ['responseError', 'sendError', 'sendAbort'])
      button.addEventListener(`htmx:${name}`, () => (error = name));
    button.addEventListener('htmx:afterRequest', (event) => {
      const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
      // A swap takes a moment, and some errors are told after this event.
      setTimeout(() => {
        const body = document.querySelector('#target')?.innerHTML ?? null;
        resolve({ status: xhr.status || null, body, error });
      }, 100);
    });
    button.click();
    if (abortAfter !== undefined) setTimeout(() => htmx.trigger(button, 'htmx:abort'), abortAfter);
  });
}
