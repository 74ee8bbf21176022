/** Runs in the page before any other script: a function whose text goes to the console, marked and numbered. */
export function exposeByConsole(name: string, mark: string): void {
  const debug = console.debug.bind(console);
  const document = crypto.getRandomValues(new Uint32Array(2)).join('-');
  let count = 0;
  (globalThis as unknown as Record<string, unknown>)[name] = (text: string) =>
    debug(`${mark}${document}-${count++} ${text}`);
}
