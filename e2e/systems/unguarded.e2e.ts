import { describe, expect } from 'vitest';
import { until } from '../prompt.ts';
import { pass, type Tab } from '../tab.ts';
import { pull, submitSignIn, systemStory } from './system-story.ts';

const textOf = (tab: Tab, id: string) =>
  tab.page.evaluate((name) => document.getElementById(name)?.textContent ?? '', id).catch(() => '');

const untilText = (tab: Tab, id: string, wanted: RegExp) =>
  until(
    tab,
    `${wanted} in #${id}`,
    () => textOf(tab, id),
    (text) => wanted.test(text),
    15_000,
  );

describe.concurrent('Without its element', () => {
  systemStory('a dashboard is a plain site’s, before and after the end', async ({ open, url }) => {
    const tab = await open();
    const asked: string[] = [];
    tab.page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await tab.page.goto(`${url}?unguarded&panel=open`);
    await tab.page.waitForFunction(() => location.pathname.endsWith('/signin'));
    await submitSignIn(tab.page);
    await untilText(tab, 'freshness', /Updated/);
    const here = tab.page.url();
    expect(here).toContain('?unguarded');

    expect(await textOf(tab, 'element-phase')).toBe('no element: the extension guards this page');
    await untilText(tab, 'server-state', /live/);
    await pull(tab, 'do-call');
    await pull(tab, 'do-revoke');
    await untilText(tab, 'server-state', /revoked/);
    await pull(tab, 'refresh');
    await untilText(tab, 'notice', /Your session is over/);
    await pass(1500);
    expect(tab.page.url()).toBe(here);
    // A refused request is told on the console by the browser itself.
    expect(tab.console.filter((line) => !/status of 401/.test(line))).toEqual([]);
    expect(tab.errors).toEqual([]);
    expect(asked.filter((path) => path.startsWith('/session-guard/'))).toEqual([]);
    expect(await tab.page.$('session-guard')).toBeNull();
  });
});
