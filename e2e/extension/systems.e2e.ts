import { describe, expect } from 'vitest';
import { startDemo } from '../../demo/start.ts';
import { presetAt } from '../../extension/profile/presets.ts';
import { command, guard } from './guarded.ts';
import { together } from './story.ts';
import {
  expectCountdown,
  isOver,
  isWarning,
  keyOf,
  press,
  recordAt,
  stateAt,
  untilGone,
  untilSays,
} from './told.ts';
import { until, type Tab } from './view.ts';

interface Traits {
  id: string;
  name: string;
  /** Of `debug/session`, in the words of that system. */
  end: 'expires_at' | 'idle_expires_at';
  /** By its preset, the page must ask for something before it is known that the session is over. */
  isWeak?: boolean;
  /** For the preset knows the real system's timeout only. */
  part?: object;
}

const systems: Traits[] = [
  {
    id: 'arcp',
    name: 'ARCP dashboard',
    end: 'idle_expires_at',
    isWeak: true,
    part: { expiry: [{ from: 'idle', timeout: '12s', since: 'counted' }] },
  },
  { id: 'asterwise', name: 'Asterwise dashboard', end: 'expires_at' },
  { id: 'trust-leads', name: 'Trust Leads', end: 'expires_at' },
];

const story = together
  // eslint-disable-next-line no-empty-pattern
  .extend('demo', { scope: 'file' }, async ({}, { onCleanup }) => {
    const demo = await startDemo();
    onCleanup(() => demo.close());
    return demo;
  });

/** As the server has it. */
async function endOf(tab: Tab, { id, end }: Traits): Promise<number> {
  const told = await tab.evaluate(async (id) => {
    const token =
      id === 'arcp'
        ? localStorage.getItem('arcp-admin-token')
        : sessionStorage.getItem('asterwise-session-token');
    const fingerprint = localStorage.getItem('arcp-client-fingerprint') ?? '';
    const headers = {
      Authorization: `Bearer ${token}`,
      'X-Client-Fingerprint': fingerprint,
    };
    return (await fetch(`/${id}/debug/session`, { headers })).json() as Promise<
      Record<string, string | null>
    >;
  }, id);
  return Date.parse(told[end] ?? '');
}

async function submit(tab: Tab): Promise<void> {
  await until('the form', () =>
    tab.evaluate(
      () => document.readyState === 'complete' && !!document.querySelector('#signin button[type=submit]'),
    ),
  );
  await tab.click('#signin button[type=submit]');
  await until(
    'the dashboard',
    () => tab.evaluate(() => /Updated/.test(document.querySelector('#freshness')?.textContent ?? '')),
    Boolean,
    30_000,
  );
}

describe.concurrent('A system without an element of its own', () => {
  for (const system of systems)
    story(
      `is guarded by the extension alone: ${system.name}`,
      { timeout: 120_000 },
      async ({ extension, demo }) => {
        const { id, name, isWeak, part } = system;
        const again = isWeak ? '12s' : '60s';
        const home = `${demo.url}/${id}/`;
        const page = `${home}?unguarded`;
        const backHere = `return_to=${encodeURIComponent(`/${id}/?unguarded`)}`;
        const preset = presetAt(id, home) as { sites: [object] };
        const signIn = { url: `/${id}/signin?ttl=${again}&${backHere}` };
        await guard(extension, { ...preset.sites[0], ...part, signIn, siteRenews: '6s' });

        const tab = await extension.newWindow(`${home}signin?ttl=12s&${backHere}`);
        await submit(tab);
        // Out of view, and nobody's hand on it: it may be loaded anew.
        const spare = await extension.newTab(page, tab);
        await tab.bringToFront();
        await command(extension, { do: 'keep-fresh', site: id, on: true });
        const prompts = [extension.prompt(tab), extension.prompt(spare)];
        const [prompt] = prompts as [(typeof prompts)[0]];
        const stated = async () => (await recordAt(extension, id))?.facts.stated?.at ?? NaN;

        let endsAt = NaN;
        const isRight = async () => Math.abs((endsAt = await endOf(tab, system)) - (await stated())) < 1000;
        await until('the right end', isRight);
        await untilSays('the warning', prompt, isWarning, 12_000);
        await until('the right end', isRight);
        await expectCountdown(prompt, name, () => endsAt);
        expect(await extension.badge(tab)).toBe('!');

        const before = endsAt;
        await press(prompt, 'Stay signed in', async () => (await endOf(tab, system)) > before + 1000);
        await until('the later end', isRight);
        await untilGone(prompt);

        await untilSays('the next warning', prompt, isWarning, endsAt - Date.now());
        await until('the end', async () => Date.now() > endsAt + 500, Boolean, 12_000);
        if (isWeak) await tab.click('#refresh');
        await untilSays('the end', prompt, isOver);
        await spare.bringToFront();
        await untilSays('the end', prompts[1]!, isOver);
        expect((await stateAt(extension, id))!.endings).toHaveLength(1);

        const signing = () => extension.tabAt((url) => url.startsWith(`${home}signin`));
        await press(prompts[1]!, 'Sign in again', async () => !!(await signing()));
        await submit(await signing());
        for (const each of prompts) await untilGone(each);
        await until('the new end', isRight);
        expect(await extension.notifications()).not.toContain(keyOf(id));
        expect((await stateAt(extension, id))!.endings).toHaveLength(1);
      },
    );
});
