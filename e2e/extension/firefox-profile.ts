import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const addOn = 'session-guard@example.org';
/** Firefox would draw one by lot: then nobody knew the addresses of the pages. */
export const host = '0a3f5a52-6c39-4a63-8c1c-5e551094a4d5';

const nowhere = 'http://127.0.0.1:9/';
const prefs = {
  'marionette.port': 0,
  'extensions.webextensions.uuids': JSON.stringify({ [addOn]: host }),
  // The ESR lets its owner install an add-on that nobody has signed.
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  // JSON as text: the viewer is a page of the browser, and not of the extension.
  'alerts.useSystemBackend': false,
  'devtools.jsonview.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'browser.tabs.warnOnClose': false,
  'dom.disable_open_during_load': false,
  // It asks nobody outside.
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.chrome.site_icons': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': nowhere,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
};

export function createProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'session-guard-firefox-'));
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(folder, 'user.js'), lines.join('\n'));
  return folder;
}
