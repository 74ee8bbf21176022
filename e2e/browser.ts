import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

export function findChromium(): string {
  const given = process.env.CHROMIUM;
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = given ? [given] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = candidates.find(isExecutable);
  if (found) return found;
  throw new Error(
    given
      ? `CHROMIUM names "${given}", which is not a program that can be run.`
      : `No Chromium found (looked for ${names.join(', ')}). Install one, for example with ` +
          '"apt-get install chromium", or name one in the environment variable CHROMIUM.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A headless Chromium in which a tab in the background is really hidden and throttled. */
export function launchChromium(): Promise<Browser> {
  return launch({
    executablePath: findChromium(),
    pipe: true,
    protocolTimeout: 30_000,
    args: [
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium refuses to run its sandbox as root, which is what containers give us.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    // Puppeteer switches backgrounding off, and a hidden tab would run at full speed.
    ignoreDefaultArgs: [
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
  });
}
