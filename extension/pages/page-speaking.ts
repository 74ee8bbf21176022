import { preferencesInForce } from '../policy/in-force.ts';
import { policyIn } from '../policy/stored-policy.ts';
import type { Stored } from '../stored.ts';
import { browser } from './browser.ts';
import type { Locale } from './language.ts';
import type { PagePorts } from './page-ports.ts';
import { createSpeaking, type Speaking } from './speaking.ts';

export const pageSpeaking = (ports: Pick<PagePorts, 'setTimer'>): Speaking =>
  createSpeaking({
    ofBrowser: browser.i18n.getUILanguage(),
    async chosen() {
      const stored = (await browser.storage.local.get(['preferences', 'policy'])) as Stored;
      return preferencesInForce(stored.preferences, policyIn(stored).policy).language;
    },
    read: async (path) => (await fetch(path)).json() as Promise<Locale>,
    ports,
  });
