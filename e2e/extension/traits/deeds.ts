import type { Page } from 'puppeteer-core';
import type { TraitsServer } from './server.ts';
import type { Deed } from './trait.ts';

/** Does what a step of the table says, in a tab that shows the trait's page. */
export async function perform(page: Page, server: TraitsServer, name: string, deed: Deed): Promise<void> {
  // That is for the extension to do.
  if (deed === 'check') return;
  if (deed === 'end') server.session.end();
  else if (deed === 'revive') server.session.revive();
  else if (deed === 'load') await page.goto(server.urlOf(name));
  else if (deed === 'sign-in') {
    await page.goto(new URL('login', server.urlOf(name)).href);
    await Promise.all([page.waitForNavigation(), page.click('form#sign-in button')]);
  } else if (deed.startsWith('type ')) await page.type(deed.slice(5), 'a');
  else await page.click(deed);
}
