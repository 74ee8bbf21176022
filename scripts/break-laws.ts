// Breaks each law and each protection in turn, and shows that a test notices: `npm run laws`, or of some only:
// `npm run laws -- popup`. Puts every file back.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { comingBack } from './coming-back.ts';
import { extensionLaws } from './extension-laws.ts';
import { breaks, type Break } from './laws.ts';
import { teamsLaws } from './teams-laws.ts';
import { voices } from './voices.ts';

// Of all stories: one that ordinarily runs in the other browser would be missing, which looks like noticing.
const env = { ...process.env, ALL_SYSTEMS: '1' };
const npx = (...args: string[]) => spawnSync('npx', args, { stdio: 'ignore', timeout: 240_000, env }).status;

function isNoticed({ file, find, replace, project, tests }: Break): boolean {
  const whole = readFileSync(file, 'utf8');
  if (whole.split(find).length !== 2) throw new Error(`${file} does not hold this once: ${find}`);
  try {
    writeFileSync(
      file,
      whole.replace(find, () => replace),
    );
    if (project !== 'unit') npx('vite', 'build', '--mode', 'standalone');
    return npx('vitest', 'run', '--retry', '0', '--project', project, ...tests) !== 0;
  } finally {
    writeFileSync(file, whole);
    if (project !== 'unit') npx('vite', 'build', '--mode', 'standalone');
  }
}

const words = process.argv.slice(2).join(' ');
const wanted = [...breaks, ...extensionLaws, ...comingBack, ...voices, ...teamsLaws].filter((each) =>
  JSON.stringify(each).includes(words),
);
let missed = 0;
for (const each of wanted) {
  const noticed = isNoticed(each);
  if (!noticed) missed++;
  console.log(
    `${each.row ?? `law ${each.law}`}: ${each.what}: ${noticed ? 'noticed' : 'NOT NOTICED'} by ${each.tests.join(', ')}`,
  );
}
console.log(`${wanted.length - missed} of ${wanted.length} breaks noticed`);
process.exitCode = missed ? 1 : 0;
