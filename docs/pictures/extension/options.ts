import type { Page } from 'puppeteer-core';
import { pageView } from '../../../e2e/extension/chromium-view.ts';
import type { MadeUp } from '../../../extension/popup/testing/made-up.ts';
import { few, hold, orders, over, watched } from './sites.ts';
import { untilReads, type Stage } from './stage.ts';
import { minute, type State } from './state.ts';

async function open(stage: Stage, sites: MadeUp[], hash: string, reads: RegExp): Promise<Page> {
  await hold(stage, sites, ['Mail']);
  const page = await stage.ownPage('options', hash);
  await untilReads(page, reads);
  return page;
}

/** As if the text was pasted over what was there. */
const put = (page: Page, selector: string, change: (text: string) => string) =>
  page
    .$eval(selector, (field) => (field as HTMLTextAreaElement).value)
    .then((text) =>
      page.$eval(
        selector,
        (field, text) => {
          (field as HTMLTextAreaElement).value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        change(text),
      ),
    );

const tickets: MadeUp = { name: 'Tickets', host: 'tickets.example', endsIn: 90_000 };
const invoices = (): MadeUp => ({ ...over(), name: 'Invoices', host: 'invoices.example', record: {} });
const wiki: MadeUp = { ...watched(), name: 'Wiki', host: 'wiki.example' };
const mail: MadeUp = { name: 'Mail', host: 'mail.example', endsIn: 20 * minute };

/** Somebody else wrote it: it asks, and its sign-in is elsewhere. */
const shared = JSON.stringify(
  {
    version: 1,
    sites: [
      {
        id: 'crm',
        name: 'Customer desk',
        match: ['https://desk.example/*'],
        expiry: [{ from: 'look' }],
        look: { url: '/api/session' },
        keepFresh: { by: 'request', url: '/api/session/renew', method: 'POST', atMost: '8h' },
        signIn: { url: 'https://login.example.net/start' },
      },
    ],
  },
  null,
  2,
);

const reach: Record<string, State['reach']> = {
  'options-sites': (stage) =>
    open(stage, [orders, tickets, invoices(), ...few, wiki, mail], '#sites', /Guarded sites/),
  'options-site': (stage) => open(stage, [orders, ...few], '#site=orders', /How it is guarded/),
  async 'options-json'(stage) {
    const page = await open(stage, [orders, ...few], '#site=orders', /How it is guarded/);
    await pageView(page).click({ named: 'JSON' });
    await page.waitForSelector('#json');
    await put(page, '#json', (text) =>
      text.replace('"name"', '"warnBefore": "1s",\n  "name"').replace('"POST"', '"SEND"'),
    );
    await untilReads(page, /at least 25s/);
    return page;
  },
  async 'options-import'(stage) {
    const page = await open(stage, [orders], '#transfer', /Import/);
    await put(page, '#pasted', () => shared);
    await pageView(page).click({ named: 'Add it, paused' });
    await untilReads(page, /Agree and guard/);
    return page;
  },
  diagnosis: (stage) =>
    open(stage, [over(), ...few], `#why=${encodeURIComponent('orders|0')}`, /What was seen/),
};

export const options: State[] = Object.entries(reach).map(([name, reach]) => ({ name, kind: 'page', reach }));
