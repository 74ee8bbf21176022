import { preferencesInForce } from '../policy/in-force.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { Preferences } from '../stored.ts';
import { browser } from './browser.ts';
import type { Locale } from './language.ts';
import { readManaged } from './managed.ts';
import type { PagePorts } from './page-ports.ts';
import { createSpeaking, type Speaking } from './speaking.ts';

export const pageSpeaking = (ports: Pick<PagePorts, 'setTimer'>): Speaking =>
  createSpeaking({
    ofBrowser: browser.i18n.getUILanguage(),
    async chosen() {
      const [{ preferences }, managed] = await Promise.all([
        browser.storage.local.get('preferences'),
        readManaged(browser.storage),
      ]);
      const { policy } = readPolicy(managed);
      return preferencesInForce(preferences as Partial<Preferences> | undefined, policy).language;
    },
    read: async (path) => (await fetch(path)).json() as Promise<Locale>,
    ports,
  });
