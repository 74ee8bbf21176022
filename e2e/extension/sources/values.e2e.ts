import { describe, expect } from 'vitest';
import { until } from '../view.ts';
import { inSeconds, asRfc3339 } from '../traits/values.ts';
import { called, namesOf, perform, proveAll, proveDead, proveMoved, viewsIn } from './prove.ts';
import { story } from './story.ts';

describe('The end is read from', () => {
  story('cookies, of whatever path, domain and form', async ({ extension, onEnd }) => {
    const all = await proveAll(extension, namesOf(/^cookie-/), onEnd);

    // A session of its own at each host; and of a parent host alone, a cookie is nobody's below it.
    const { server } = called(all, 'cookie-per-host');
    server.session.expireIn(120_000);
    await extension.newTab(server.urlOf('cookie-per-host', 'localhost'));
    const hosts = await until(
      'both hosts',
      async () => (await viewsIn(extension)).filter(({ site }) => site === 'cookie-per-host'),
      (views) => views.length === 2 && views.every(({ endsAt }) => endsAt),
    );
    const [one, other] = hosts.map(({ endsAt }) => endsAt!).sort((a, b) => a - b);
    expect(other! - one!).toBeGreaterThan(400_000);

    const moment = called(all, 'cookie-moment');
    await proveMoved(extension, moment, () =>
      moment.tab.evaluate(
        (value) => void (document.cookie = `ends=${value}; Path=/cookie-moment`),
        inSeconds(moment.server.session.expiresAt),
      ),
    );
    await proveDead(extension, called(all, 'cookie-deleted'));
  });

  story('storage of the page', async ({ extension, onEnd }) => {
    const all = await proveAll(extension, namesOf(/^(local|session)-/), onEnd);
    for (const name of ['local-moment', 'session-moment']) {
      const shown = called(all, name);
      await proveMoved(extension, shown, () =>
        shown.tab.evaluate(
          async (area, key, value) => {
            window[area].setItem(key, value);
            // Of its own writing a page hears no event: it is read when the page asks its server.
            await (await fetch('api/me')).text();
          },
          name.startsWith('local') ? ('localStorage' as const) : ('sessionStorage' as const),
          `/${name}`,
          asRfc3339(shown.server.session.expiresAt),
        ),
      );
    }
  });

  story('headers of replies', async ({ extension, onEnd }) => {
    const all = await proveAll(extension, namesOf(/^header-/), onEnd);
    for (const shown of all) await proveMoved(extension, shown, () => perform(extension, shown, '#call'));
  });

  story('bodies of replies, as they pass', async ({ extension, onEnd }) => {
    const all = await proveAll(extension, namesOf(/^(fetch|xhr)-/), onEnd);
    for (const name of ['fetch-seconds', 'xhr-jwt']) {
      const shown = called(all, name);
      await proveMoved(extension, shown, () => perform(extension, shown, '#call'));
    }
  });
});
