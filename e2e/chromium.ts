import { launch, type LaunchOptions } from 'puppeteer-core';
import type { Driver } from './driver.ts';

export const launchOptions = {
  pipe: true,
  protocolTimeout: 60_000,
  args: [
    '--no-first-run',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Two pages for the address bar of each window, which cost more than most stories.
    '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
    // Chromium refuses to run its sandbox as root, which is what containers give us.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
  // Puppeteer switches backgrounding off, and a hidden tab would run at full speed.
  ignoreDefaultArgs: [
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
  ],
} satisfies LaunchOptions;

export const chromium: Driver = {
  program: {
    title: 'Chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    variable: 'CHROMIUM',
    packages: ['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji'],
  },
  launch: (executablePath) => launch({ ...launchOptions, executablePath }),
  newPage: (context) => context.newPage(),
  close: (context) => context.close(),
  async expose(page, name, told) {
    const session = await page.createCDPSession();
    session.on('Runtime.bindingCalled', (called) => {
      if (called.name === name) told(called.payload);
    });
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name });
  },
};
