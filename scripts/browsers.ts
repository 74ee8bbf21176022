// Finds the browser that the tests drive; on Debian, as root, installs it. Run by `npm test` before anything else.
import { spawnSync } from 'node:child_process';
import { findChromium } from '../e2e/browser.ts';

function tryToInstall(): void {
  if (process.getuid?.() !== 0) return;
  const packages = ['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji'];
  console.log(`No Chromium here: installing ${packages.join(', ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', ...packages],
  ])
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
}

try {
  findChromium();
} catch {
  tryToInstall();
  console.log(`Chromium: ${findChromium()}`);
}
