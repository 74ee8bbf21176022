// Breaks each law in turn, and shows that a test notices: `npm run laws`. Puts every file back.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { breaks, type Break } from './laws.ts';

const npx = (...args: string[]) => spawnSync('npx', args, { stdio: 'ignore', timeout: 240_000 }).status;

function isNoticed({ file, find, replace, project, tests }: Break): boolean {
  const whole = readFileSync(file, 'utf8');
  if (whole.split(find).length !== 2) throw new Error(`${file} does not hold this once: ${find}`);
  try {
    writeFileSync(
      file,
      whole.replace(find, () => replace),
    );
    if (project === 'chromium') npx('vite', 'build', '--mode', 'standalone');
    return npx('vitest', 'run', '--project', project, ...tests) !== 0;
  } finally {
    writeFileSync(file, whole);
    if (project === 'chromium') npx('vite', 'build', '--mode', 'standalone');
  }
}

let missed = 0;
for (const each of breaks) {
  const noticed = isNoticed(each);
  if (!noticed) missed++;
  console.log(
    `law ${each.law}: ${each.what}: ${noticed ? 'noticed' : 'NOT NOTICED'} by ${each.tests.join(', ')}`,
  );
}
console.log(`${breaks.length - missed} of ${breaks.length} breaks noticed`);
process.exitCode = missed ? 1 : 0;
