import { describe, expect } from 'vitest';
import { readTimers } from './in-page/timers.ts';
import { entriesOf, mark } from './log.ts';
import { until, untilEvent } from './prompt.ts';
import { signIn, story } from './story.ts';
import { freeze, hide, openTab, pass, resume, setOffline, show, stepClock } from './tab.ts';

describe.concurrent('The harness', () => {
  story('really hides a tab, and its timers slow down', async ({ site, tab }) => {
    await tab.page.goto(site.page({}, { element: 'none' }));
    await hide(tab);
    const ticks = await tab.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let count = 0;
          const timer = setInterval(() => (count += 1), 100);
          setTimeout(() => {
            clearInterval(timer);
            resolve(count);
          }, 4000);
        }),
    );
    expect(ticks).toBeLessThan(10);
    await show(tab);
    expect(await tab.page.evaluate(() => document.visibilityState)).toBe('visible');
  });

  story.needs('freeze')('really freezes a tab: nothing runs until it resumes', async ({ site, tab }) => {
    await tab.page.goto(site.page({}, { element: 'none' }));
    await tab.page.evaluate(() => {
      setTimeout(() => window.dispatchEvent(new CustomEvent('session-guard-warning')), 4000);
    });
    await freeze(tab);
    await pass(5000);
    expect(entriesOf(tab.log, 'session-guard-warning')).toEqual([]);
    await resume(tab);
    await tab.log.wait('the timer', ({ kind }) => kind === 'session-guard-warning', { within: 2000 });
  });

  story('steps the wall clock and nothing else', async ({ site, open }) => {
    const tab = await open({ clockAhead: -600_000 });
    await tab.page.goto(site.page({}, { element: 'none' }));
    const read = (): Promise<number[]> =>
      tab.page.evaluate(() => [Date.now(), new Date().getTime(), performance.timeOrigin, performance.now()]);
    const [now = 0, made = 0, origin = 0] = await read();
    expect(Math.abs(now - Date.now() + 600_000)).toBeLessThan(3000);
    expect(made - now).toBeLessThan(1000);
    expect(origin).toBeLessThan(now);
    const [, , , before = 0] = await read();
    await stepClock(tab, 3_600_000);
    const [stepped = 0, , same = 0, after = 0] = await read();
    expect(Math.abs(stepped - now - 3_600_000)).toBeLessThan(3000);
    expect(same).toBe(origin);
    expect(after - before).toBeLessThan(3000);
    const kinds = await tab.page.evaluate(() => [
      new Date(0).toISOString(),
      String(new Date() instanceof Date),
      typeof Date(),
      String(Date.UTC(2020, 0)),
    ]);
    expect(kinds).toEqual(['1970-01-01T00:00:00.000Z', 'true', 'string', '1577836800000']);
  });

  story('brings a page back from the back/forward cache, still reporting', async ({ site, tab }) => {
    await tab.page.goto(site.page({}, { element: 'none', cacheControl: 'no-cache' }));
    await tab.page.click('#away');
    await tab.page.waitForSelector('#back');
    const since = mark(tab.log);
    await tab.page.evaluate(() => history.back());
    const shown = await tab.log.wait('the page to come back', ({ kind }) => kind === 'pageshow', {
      after: since,
      within: 5000,
    });
    expect(shown.detail).toEqual({ persisted: true });
    await tab.page.evaluate(() => window.dispatchEvent(new CustomEvent('session-guard-warning')));
    await tab.log.wait('an event', ({ kind }) => kind === 'session-guard-warning', { within: 2000 });
    const told = tab.log.entries.map((entry) => JSON.stringify(entry));
    expect(told).toEqual([...new Set(told)]);
  });

  story(
    'opens the tabs of a story in a window that no other story shares',
    async ({ site, browser, open }) => {
      const first = await open();
      const second = await open();
      const other = await openTab(await browser.createBrowserContext());
      const tabs = [first, second, other];
      for (const { page } of tabs) await page.goto(site.page({}, { element: 'none' }));
      const read = (): Promise<string[]> =>
        Promise.all(tabs.map(({ page }) => page.evaluate(() => document.visibilityState)));
      expect(await read()).toEqual(['hidden', 'visible', 'visible']);
      await show(first);
      expect(await read()).toEqual(['visible', 'hidden', 'visible']);
      await hide(other);
      expect(await read()).toEqual(['visible', 'hidden', 'hidden']);
    },
  );

  story('gives the focus to a page that is shown, and to no other', async ({ site, browser, open }) => {
    const elsewhere = await browser.createBrowserContext();
    const [tab, other] = [await open(), await openTab(elsewhere)];
    for (const { page } of [tab, other]) {
      await page.evaluateOnNewDocument(() =>
        addEventListener('focus', () => dispatchEvent(new Event('session-guard-warning'))),
      );
      await page.goto(site.page({}, { element: 'none' }));
    }
    const since = mark(tab.log);
    await hide(other);
    await show(other);
    await other.driver.close(elsewhere);
    await pass(500);
    expect(entriesOf(tab.log, 'session-guard-warning', since)).toEqual([]);
  });

  story('is told of what nobody caught', async ({ site, context }) => {
    const tab = await openTab(context);
    const body = `setTimeout(() => { throw new Error('thrown') }); Promise.reject(new Error('rejected'));`;
    site.answer('/app.js', { headers: { 'Content-Type': 'text/javascript' }, body });
    await tab.page.goto(site.page({}, { element: 'none', guardFetch: true }));
    for (const what of ['thrown', 'rejected']) {
      await until(tab, what, () => Promise.resolve(tab.errors.some((error) => error.includes(what))));
    }
  });

  story.inFront('lets keys press what has the focus', async ({ site, tab }) => {
    await tab.page.goto(site.page({}, { element: 'none' }));
    await tab.page.evaluate(() => {
      document.addEventListener('focusin', () => dispatchEvent(new Event('session-guard-warning')));
      document.querySelector('#save')!.addEventListener('click', (event) => {
        event.preventDefault();
        dispatchEvent(new Event('session-guard-renewed'));
      });
    });
    await tab.page.focus('#rich');
    await tab.page.keyboard.press('Tab');
    await tab.page.keyboard.press('Enter');
    for (const name of ['warning', 'renewed']) await untilEvent(tab, name, { within: 2000 });
    expect(await tab.page.evaluate(() => document.hasFocus())).toBe(true);
  });

  story('serves a page from the disk cache', async ({ site, tab }) => {
    const url = site.page({}, { element: 'none', cacheControl: 'max-age=600' });
    await tab.page.goto(url);
    await tab.page.goto(`${site.origin}/signin`);
    await tab.page.goto(url);
    const [size, how = 'unknown to this browser'] = await tab.page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return [entry?.transferSize, (entry as { deliveryType?: string } | undefined)?.deliveryType] as const;
    });
    expect(size).toBe(0);
    expect(['cache', 'unknown to this browser']).toContain(how);
    expect(site.askedOf(new URL(url).pathname)).toHaveLength(1);
  });

  story('goes offline and comes back', async ({ site, tab }) => {
    await tab.page.goto(site.page({}, { element: 'none' }));
    const ask = (): Promise<number> =>
      tab.page.evaluate(() =>
        fetch('/api/session').then(
          ({ status }) => status,
          () => 0,
        ),
      );
    expect(await ask()).toBe(401);
    await setOffline(tab, true);
    await tab.log.wait('the offline event', ({ kind }) => kind === 'offline', { within: 2000 });
    expect(await ask()).toBe(0);
    await setOffline(tab, false);
    await tab.log.wait('the online event', ({ kind }) => kind === 'online', { within: 2000 });
    expect(await ask()).toBe(401);
  });

  story(
    'keeps sessions, extends them, ends them, and can answer anything else',
    async ({ site, context, tab }) => {
      await signIn(context, site);
      await tab.page.goto(site.page({}, { element: 'none' }));
      const ask = (path: string, method = 'GET'): Promise<unknown> =>
        tab.page.evaluate(
          async (url, how) => {
            try {
              const reply = await fetch(url, { method: how });
              return [reply.status, await reply.json()];
            } catch {
              return 'no answer';
            }
          },
          path,
          method,
        );
      const end = site.endsAt();
      expect(await ask('/api/session')).toEqual([200, { expires_at: new Date(end).toISOString() }]);
      expect(site.endsAt()).toBe(end);
      await ask('/api/session/renew', 'POST');
      expect(site.endsAt()).toBeGreaterThan(end);
      site.sessions.end('session_revoked');
      expect(await ask('/api/session')).toMatchObject([401, { error: 'session_revoked' }]);
      site.answer('/api/session', { body: null });
      expect(await ask('/api/session')).toEqual([200, null]);
      site.answer('/api/session', { drop: true });
      expect(await ask('/api/session')).toBe('no answer');
      site.answer('/api/session', undefined);
      await tab.page.goto(`${site.origin}/signin`);
      await Promise.all([tab.page.waitForNavigation(), tab.page.click('#enter')]);
      expect(await ask('/api/session')).toMatchObject([200, {}]);
      expect(site.askedOf('/api/session/renew').map(({ method }) => method)).toEqual(['POST']);
    },
  );

  story('lets keys and clicks arrive as trusted input, in many tabs at once', async ({ site, tab }) => {
    await tab.page.goto(site.page({}, { element: 'none' }));
    await tab.page.click('#name');
    await tab.page.keyboard.type('Ada');
    const got = await tab.page.evaluate(() => [
      document.activeElement?.id,
      (document.activeElement as HTMLInputElement).value,
      String(navigator.userActivation.hasBeenActive),
    ]);
    expect(got).toEqual(['name', 'Ada', 'true']);
  });

  story('sees what a content security policy forbids', async ({ site, tab }) => {
    await tab.page.goto(site.page({}, { element: 'none', csp: 'strict' }));
    const refused = await tab.page.evaluate(() => {
      try {
        document.querySelector('#rich')!.innerHTML = '<b>no</b>';
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBe(true);
    const { detail } = await tab.log.wait('a violation', ({ kind }) => kind === 'csp-violation', {
      within: 2000,
    });
    expect(detail).toMatchObject({ directive: 'require-trusted-types-for' });
  });

  story('counts timers', async ({ site, open }) => {
    const tab = await open({ countTimers: true });
    await tab.page.goto(site.page({}, { element: 'none' }));
    await tab.page.evaluate(() => {
      setTimeout(() => undefined, 60_000);
      clearTimeout(setTimeout(() => undefined, 70_000));
      setInterval(() => undefined, 60_000);
    });
    expect(await tab.page.evaluate(readTimers)).toMatchObject({
      timeouts: 1,
      intervals: 1,
      frames: 0,
      longest: 70_000,
    });
  });
});
