import type { Browser } from 'puppeteer-core';
import { chromium } from './chromium.ts';
import type { Driver } from './driver.ts';
import { findProgram } from './find-program.ts';
import { firefox } from './firefox.ts';
import type { BrowserName } from './levers.ts';

export const drivers: Record<BrowserName, Driver> = { chromium, firefox };

const launched = new WeakMap<Browser, Driver>();

export async function launchBrowser(name: BrowserName): Promise<Browser> {
  const driver = drivers[name];
  const browser = await driver.launch(findProgram(driver.program));
  launched.set(browser, driver);
  return browser;
}

export const launchChromium = (): Promise<Browser> => launchBrowser('chromium');

export function driverOf(browser: Browser): Driver {
  const driver = launched.get(browser);
  if (!driver) throw new Error('Only browsers that launchBrowser() launched can be driven.');
  return driver;
}
