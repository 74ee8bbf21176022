import { describe, expect } from 'vitest';
import de from '../../shared/locales/de.json' with { type: 'json' };
import he from '../../shared/locales/he.json' with { type: 'json' };
import { browserName } from '../story.ts';
import { aliveFor, siteName, stageIn } from './prompt-stage.ts';
import { openPages } from './prompt-pages.ts';
import { story } from './story.ts';
import { until, type View } from './view.ts';

const marked = (view: View) =>
  view.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir, title: document.title };
  });

const says = (view: View, text: string) =>
  until(
    text,
    () => view.text(),
    (found) => found.includes(text),
  );

describe('The language that a person chose', () => {
  story.skipIf(browserName === 'firefox')('is that of every page, and is followed', async ({ extension }) => {
    await extension.store({ preferences: { language: 'de' } });
    const popup = await extension.extensionPage('popup');
    await says(popup, de.popup.cannot.heading);
    expect(await marked(popup)).toEqual({ lang: 'de', dir: 'ltr', title: de.popup.title });

    const options = await extension.extensionPage('options', '#preferences');
    await says(options, de.options.preferences.heading);
    expect((await marked(options)).lang).toBe('de');
    const offered = await options.evaluate(() =>
      [...document.querySelectorAll<HTMLOptionElement>('#language option')].map(({ value }) => value),
    );
    expect(offered.length).toBeGreaterThan(24);

    await extension.store({ preferences: { language: 'he' } });
    await says(options, he.options.preferences.heading);
    expect(await marked(options)).toMatchObject({ lang: 'he', dir: 'rtl' });
  });

  story.skipIf(browserName === 'chromium')('is that of the prompt in the page', async ({ extension }) => {
    const pages = await openPages();
    try {
      await extension.store({ preferences: { language: 'de' } });
      const stage = await stageIn(extension, pages.url());
      await stage.hold(aliveFor(60_000));
      await stage.show('warning');
      await stage.untilState('up');
      await says(stage.prompt, de.prompt.renew);
      expect(await stage.text()).toContain(de.frame.named.plainWarning.replace('{name}', siteName));
      expect(await marked(stage.prompt)).toMatchObject({ lang: 'de', dir: 'ltr' });
    } finally {
      await pages.close();
    }
  });
});
