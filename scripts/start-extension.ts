// Opens a browser with the built extension, and the demo beside it: `npm run start:extension [-- firefox]`.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startDemo } from '../demo/start.ts';
import { drivers } from '../e2e/browser.ts';
import { findProgram } from '../e2e/find-program.ts';

const path = (inside: string): string => fileURLToPath(new URL(`../${inside}`, import.meta.url));
const [name = 'chromium', ...flags] = process.argv.slice(2);
const headless = flags.includes('--headless');

try {
  if (name !== 'chromium' && name !== 'firefox')
    throw new Error(`No browser is called "${name}" here: chromium (the default) or firefox.`);
  if (process.platform === 'linux' && !headless && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    throw new Error('No display: a browser needs one (DISPLAY or WAYLAND_DISPLAY is not set).');
  if (!existsSync(path(`dist/${name}/manifest.json`)))
    throw new Error(`dist/${name} is missing: run "npm run build" first.`);
  const demo = await startDemo();
  const browser = open(name, demo.url);
  process.on('SIGINT', () => browser.kill('SIGINT'));
  process.on('SIGTERM', () => browser.kill('SIGINT'));
  console.log(`\n  The demo:  ${demo.url}
  In ${drivers[name].program.title}, sign in to a system, then press the shield in the toolbar (perhaps behind the
  puzzle piece) and choose "Guard this site". What you do is forgotten at the end: Ctrl+C, or close the window.\n`);
  await once(browser, 'exit');
  await demo.close();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Mozilla's tool starts both browsers with a new profile, and loads the folder anew when a build has changed it. */
function open(target: 'chromium' | 'firefox', url: string): ChildProcess {
  const program = findProgram(drivers[target].program);
  const own = {
    chromium: ['--target', 'chromium', '--chromium-binary', program],
    firefox: ['--target', 'firefox-desktop', '--firefox', program],
  };
  const args = [
    // As root Chromium does not start with its sandbox.
    ...(target === 'chromium' && process.getuid?.() === 0 ? ['--arg=--no-sandbox'] : []),
    ...(headless ? ['--arg=--headless'] : []),
  ];
  return spawn(
    process.execPath,
    [
      path('node_modules/web-ext/bin/web-ext.js'),
      ...[
        'run',
        '--source-dir',
        path(`dist/${target}`),
        '--start-url',
        url,
        '--no-input',
        '--no-config-discovery',
      ],
      ...own[target],
      ...args,
    ],
    // Of its own group: Ctrl+C reaches it through us, once.
    { stdio: ['ignore', 'ignore', 'inherit'], detached: true },
  );
}
