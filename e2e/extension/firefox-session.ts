import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { firefox } from '../firefox.ts';
import { findProgram } from '../find-program.ts';
import { pass } from '../tab.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { until } from './view.ts';

/** Whatever runs there knows nothing of here: all that it needs is given. */
type Run<Given extends unknown[], Result> = (...given: Given) => Result;

export interface Session {
  send: Marionette['send'];
  /** Nothing else is done meanwhile: one tab, and one frame of it, is where commands go. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** In the document that the commands go to. */
  evaluate<Given extends unknown[], Result>(
    run: Run<Given, Result>,
    ...given: Given
  ): Promise<Awaited<Result>>;
  /** With all rights of the browser itself. */
  inBrowser<Given extends unknown[], Result>(
    run: Run<Given, Result>,
    ...given: Given
  ): Promise<Awaited<Result>>;
  /** By itself, so that all is kept. */
  quit(): Promise<void>;
}

export async function startFirefox(profile: string): Promise<Session> {
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(
    findProgram(firefox.program),
    ['--headless', '--no-remote', '--profile', profile, '--marionette', '--remote-allow-system-access'],
    { env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' }, stdio: 'ignore' },
  );
  // A story that broke off closes nothing.
  const kill = (): unknown => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const port = await until(
    'Firefox to start',
    async () => Number(readFileSync(portFile, 'utf8')),
    Boolean,
    30_000,
  );
  const { send, close } = await connectMarionette(port);
  await send('WebDriver:NewSession', {
    capabilities: { alwaysMatch: { unhandledPromptBehavior: 'ignore' } },
  });

  let queue: Promise<unknown> = Promise.resolve();
  const evaluate: Session['evaluate'] = async (run, ...given) => {
    const { value } = await send('WebDriver:ExecuteAsyncScript', {
      script: scriptFor(run),
      args: given,
      sandbox: null,
    });
    const { result, error } = value as { result: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return result as never;
  };
  const alone: Session['alone'] = (work) => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  return {
    send,
    alone,
    evaluate,
    inBrowser: (run, ...given) =>
      alone<never>(async () => {
        await send('Marionette:SetContext', { value: 'chrome' });
        try {
          return (await evaluate(run, ...given)) as never;
        } finally {
          await send('Marionette:SetContext', { value: 'content' });
        }
      }),
    async quit() {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      close();
      await Promise.race([ended, killLater(child)]);
    },
  };
}

async function killLater(child: ChildProcess): Promise<void> {
  await pass(10_000);
  child.kill('SIGKILL');
}

/** For `WebDriver:ExecuteAsyncScript`; gives `{ result }` or `{ error }`. */
export function scriptFor(run: (...given: never[]) => unknown): string {
  return `
    const given = [...arguments];
    const done = given.pop();
    // esbuild, which runs scripts outside vitest, wraps functions in a helper that pages do not have.
    const __name = (run) => run;
    Promise.resolve()
      .then(() => (${run})(...given))
      .then((result) => done({ result }), (error) => done({ error: String(error?.message ?? error) }));`;
}
