import type { applyTheme as Apply } from '../../../../component/theme/apply-theme.ts';

interface Dressing {
  theme: string;
  manner: string;
}

/** Runs in the page: the theme as a site would apply it, over a page in the manner that it is for. */
export async function dress({ theme, manner }: Dressing): Promise<string[]> {
  const address = '/dist/theme.js';
  const { applyTheme } = (await import(address)) as { applyTheme: typeof Apply };
  const style = document.querySelector('#manner') ?? document.createElement('style');
  style.id = 'manner';
  style.textContent = manner;
  document.head.append(style);
  const { problems = [], warnings = [] } = applyTheme(theme);
  return [...problems, ...warnings].map(({ code, field }) => `${code} ${field}`);
}

/** From the first moment on, so that nothing is ever said in another language. */
export function speak(lang: string, dir: string): void {
  new MutationObserver((_, observer) => {
    if (!document.documentElement) return;
    Object.assign(document.documentElement, { lang, dir });
    observer.disconnect();
  }).observe(document, { childList: true });
}

/** No second passes any more for what the page shows: pictures of one phase are of one moment. */
export function stop(): void {
  const [wall, mono] = [Date.now(), performance.now()];
  const get = (target: DateConstructor, key: keyof DateConstructor) =>
    key === 'now' ? () => wall : target[key];
  Object.assign(globalThis, {
    Date: new Proxy(Date, { get: get as ProxyHandler<DateConstructor>['get'] }),
    setTimeout: () => 0,
    setInterval: () => 0,
  });
  performance.now = () => mono;
}

/** What the page of the stories has, and this one does not want. */
export function tidy(): void {
  document.querySelector('main > h1')?.remove();
  document.querySelector('#away')?.parentElement?.remove();
  scrollTo(0, 0);
}

/** Where the focus is when a dialog opens. */
export function toHeading(): void {
  document.querySelector('session-guard')?.shadowRoot?.querySelector<HTMLElement>('dialog h2')?.focus();
}
