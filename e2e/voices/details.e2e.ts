import { describe, expect } from 'vitest';
import { press, see, untilDialog, untilEvent, untilPhase } from '../prompt.ts';
import { everything } from '../site-pages.ts';
import type { Site } from '../site.ts';
import { signIn, story, visit } from '../story.ts';
import type { Tab } from '../tab.ts';
import { look, untilText } from './guard.ts';
import type { BrowserContext } from 'puppeteer-core';

interface Stage {
  site: Site;
  context: BrowserContext;
  tab: Tab;
}

async function untilRefused({ site, context, tab }: Stage, body: unknown, slotted?: string): Promise<void> {
  site.sessions.life = 600;
  await signIn(context, site);
  await visit(tab, site.page(everything, { slotted }));
  await untilPhase(tab, 'active');
  site.answer('/api/session', { status: 401, body });
  await look(tab);
  await untilDialog(tab);
}

const detailsOf = (tab: Tab) =>
  tab.page.evaluate(() => {
    const details = document.querySelector('session-guard')!.shadowRoot!.querySelector('[part=details]');
    const link = details?.querySelector('a');
    return (
      details && {
        words: [...details.querySelectorAll('p, dt, dd')].map((each) => each.textContent?.trim()),
        markup: details.querySelectorAll('b, img, script').length,
        link: link ? [link.href, link.target, link.rel] : [],
      }
    );
  });

describe.concurrent('What the server said of an ending', () => {
  story(
    'is there for whoever asks: code, request, address, and a sentence as text',
    async ({ site, context, tab }) => {
      await untilRefused(
        { site, context, tab },
        {
          error: 'session_expired',
          request_id: 'req-42.a',
          doc_url: 'https://docs.example/expired',
          message: 'It ran out at <b>noon</b>. <img src=x>',
        },
      );
      expect((await see(tab)).text).not.toContain('req-42.a');
      await press(tab, 'details');
      await untilText(tab, /req-42\.a/);
      expect(await detailsOf(tab)).toEqual({
        words: ['It ran out at <b>noon</b>. <img src=x>', 'Code', 'session_expired', 'Request', 'req-42.a'],
        markup: 0,
        link: ['https://docs.example/expired', '_blank', 'noopener noreferrer'],
      });
    },
  );

  story('leads to no address but one of the web', async ({ site, context, tab }) => {
    await untilRefused({ site, context, tab }, { error: 'session_revoked', doc_url: 'javascript:alert(1)' });
    expect(await detailsOf(tab)).toEqual({ words: ['Code', 'session_revoked'], markup: 0, link: [] });
  });

  story('is not there where it said nothing', async ({ site, context, tab }) => {
    await untilRefused({ site, context, tab }, null);
    expect((await see(tab)).parts).not.toContain('details');
    expect(await detailsOf(tab)).toBe(null);
  });

  story('gives way to what the page has to say', async ({ site, context, tab }) => {
    await untilRefused(
      { site, context, tab },
      { error: 'session_expired' },
      '<p slot="details" id="mine">Call 555 01</p>',
    );
    expect((await see(tab)).parts).not.toContain('details');
    expect(await tab.page.$eval('#mine', (mine) => mine.checkVisibility())).toBe(true);
  });
});

describe.concurrent('A session that ends right after the sign-in', () => {
  async function endTwice({ site, context, tab }: Stage): Promise<void> {
    const end = async () => {
      site.sessions.end('session_expired');
      await look(tab);
      await untilPhase(tab, 'ended');
      await untilDialog(tab);
    };
    site.sessions.life = 600;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'active');
    await end();
    expect((await see(tab)).text, 'of one that only the page is new to').not.toContain(
      'right after you signed in',
    );
    await signIn(context, site);
    await look(tab);
    await untilEvent(tab, 'restored');
    await end();
  }

  story('has people look at their cookies', async ({ site, context, tab }) => {
    await endTwice({ site, context, tab });
    await untilText(tab, /your browser may block this site’s cookies/);
  });

  story('has people look at their clock, where that is hours off', async ({ site, context, open }) => {
    const tab = await open({ clockAhead: 3 * 3_600_000 });
    await endTwice({ site, context, tab });
    await untilText(tab, /the clock of this device is wrong by hours/);
  });
});
