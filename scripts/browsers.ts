// Finds the browsers that the tests drive; on Debian, as root, installs them. Run by `npm test` before anything else.
import { spawnSync } from 'node:child_process';
import { drivers } from '../e2e/browser.ts';
import { findProgram, type Program } from '../e2e/find-program.ts';

function tryToInstall({ title, packages }: Program): void {
  if (process.getuid?.() !== 0) return;
  console.log(`No ${title} here: installing ${packages.join(', ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', ...packages],
  ])
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
}

for (const { program } of Object.values(drivers)) {
  try {
    findProgram(program);
  } catch {
    tryToInstall(program);
    console.log(`${program.title}: ${findProgram(program)}`);
  }
}
