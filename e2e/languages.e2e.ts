import { describe, expect } from 'vitest';
import ar from '../shared/locales/ar.json' with { type: 'json' };
import de from '../shared/locales/de.json' with { type: 'json' };
import en from '../shared/locales/en.json' with { type: 'json' };
import { entriesOf } from './log.ts';
import { until, untilDialog } from './prompt.ts';
import type { Site } from './site.ts';
import { everything } from './site-pages.ts';
import { browserName, signIn, story, visit } from './story.ts';
import type { Tab } from './tab.ts';

/** What the open dialog says, and how it is marked. */
const said = (tab: Tab) =>
  tab.page.evaluate(() => {
    const dialog = document.querySelector('session-guard')?.shadowRoot?.querySelector('dialog[open]');
    return {
      heading: dialog?.querySelector('h2')?.textContent?.trim(),
      lang: dialog?.closest<HTMLElement>('[lang]')?.lang,
      direction: dialog && getComputedStyle(dialog).direction,
    };
  });

/** Something happens, and the prompt is drawn anew. */
const speak = (tab: Tab, lang: string) =>
  tab.page.evaluate((lang) => {
    const guard = document.querySelector<HTMLElement & { look(): void }>('session-guard')!;
    guard.lang = lang;
    guard.look();
  }, lang);

const localesIn = (site: Site) =>
  site.asked.flatMap(({ path }) => /\/locales\/([\w-]+)\.js$/.exec(path)?.[1] ?? []).sort();

describe.concurrent('The prompt in another language', () => {
  story('speaks that of its place, follows it, and loads no other', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page({ ...everything, lang: 'de-AT' }, { element: 'lib' }));
    await untilDialog(tab);
    expect(await said(tab)).toEqual({ heading: de.prompt.plainWarning, lang: 'de-AT', direction: 'ltr' });
    expect(localesIn(site)).toEqual(['de', 'en']);

    await speak(tab, 'ar');
    const arabic = await until(
      tab,
      'Arabic',
      () => said(tab),
      ({ lang }) => lang === 'ar',
    );
    expect(arabic).toEqual({ heading: ar.prompt.plainWarning, lang: 'ar', direction: 'rtl' });
    expect(localesIn(site)).toEqual(['ar', 'de', 'en']);
  });

  if (browserName !== 'chromium') return;

  story('has it from beside the one file, under a strict policy', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page({ ...everything, lang: 'ar' }, { csp: 'strict' }));
    await untilDialog(tab);
    expect(await said(tab)).toEqual({ heading: ar.prompt.plainWarning, lang: 'ar', direction: 'rtl' });
    expect(site.asked.map(({ path }) => path).filter((path) => path.includes('locales'))).toEqual([
      '/dist/locales/ar.js',
    ]);
    expect(entriesOf(tab.log, 'csp-violation')).toEqual([]);
  });

  story('is in English where the file is not there, and says which', async ({ site, context, tab }) => {
    site.answer('/dist/locales/de.js', { status: 404 });
    const warned: string[] = [];
    tab.page.on('console', (message) => {
      if (message.text().includes('lang=')) warned.push(message.text());
    });
    await signIn(context, site);
    await visit(tab, site.page({ ...everything, lang: 'de' }));
    await untilDialog(tab);
    expect(await said(tab)).toEqual({ heading: en.prompt.plainWarning, lang: 'en', direction: 'ltr' });
    expect(warned).toEqual([expect.stringContaining('locales/de.js')]);
    expect(site.askedOf('/dist/locales/de.js')).toHaveLength(1);
  });
});
