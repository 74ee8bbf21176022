import { expect } from 'vitest';
import { pass } from '../tab.ts';
import { openSite, type Site } from '../site.ts';
import type { ExtensionBrowser } from './extension.ts';
import { command, guard, signIn, siteProfile } from './guarded.ts';
import { together } from './story.ts';
import { deedsSince, isOver, isWarning, keyOf, press, recordAt, stateAt, untilKnown } from './told.ts';
import { until, type Prompt, type Tab } from './view.ts';

// The worker dies once, while nine sites are each at another step of the same story; all go on from there.

const warnBefore = 6000;
/** With a tab in view. On top comes what a busy machine needs to show it, and to be asked. */
const late = 2000 + 1500;

interface Guarded {
  extension: ExtensionBrowser;
  site: Site;
  id: string;
  tab: Tab;
  prompt: Prompt;
  /** The session ends then, from now on. */
  endAt(moment: number): Promise<void>;
  renewals(): number;
}

interface Step {
  name: string;
  /** Before the worker is killed at `killAt`. */
  before(it: Guarded, killAt: number): Promise<void>;
  /** After it. */
  after(it: Guarded, killAt: number): Promise<void>;
}

const waitFor = (moment: number) => pass(Math.max(0, moment - Date.now()));

async function says(
  it: Guarded,
  what: string,
  fits: (text: string) => boolean,
  moment: number,
): Promise<void> {
  await until(`${it.id}: ${what}`, () => it.prompt.text(), fits, moment - Date.now() + 8000);
  expect(Date.now() - moment, `${it.id}: ${what}, ms after its moment`).toBeLessThan(late);
}

const isWarned = (it: Guarded) => says(it, 'the warning', isWarning, it.site.endsAt() - warnBefore);

/** The history has it, once, and nothing but looks came since. */
async function isOnce(it: Guarded): Promise<void> {
  const endings = async () => (await stateAt(it.extension, it.id))?.endings ?? [];
  await until(`${it.id}: the history`, endings, ({ length }) => length > 0);
  await pass(1000);
  expect(await endings(), `${it.id}: endings`).toHaveLength(1);
  expect(deedsSince(it.site, it.site.endsAt())).toEqual([]);
}

async function ends(it: Guarded): Promise<void> {
  await says(it, 'the end', isOver, it.site.endsAt());
  await isOnce(it);
}

async function goes(it: Guarded, within: number): Promise<void> {
  await until(`${it.id}: the prompt gone`, async () => !(await it.prompt.exists()), Boolean, within);
}

const steps: Step[] = [
  {
    name: 'just guarded',
    async before(it, killAt) {
      await it.endAt(killAt + 8000);
      await waitFor(killAt - 700);
      await add(it);
    },
    async after(it) {
      await untilKnown(it.extension, it.id);
      await isWarned(it);
      await ends(it);
    },
  },
  {
    name: 'counting',
    before: (it, killAt) => it.endAt(killAt + 10_000),
    async after(it) {
      await isWarned(it);
      await ends(it);
    },
  },
  {
    name: 'before the warning',
    before: (it, killAt) => it.endAt(killAt + warnBefore + 800),
    async after(it) {
      await isWarned(it);
      await ends(it);
    },
  },
  {
    name: 'while it warns',
    async before(it, killAt) {
      await it.endAt(killAt + 4000);
      await isWarned(it);
    },
    async after(it) {
      it.site.sessions.life = 30;
      await press(it.prompt, 'Stay signed in', () => it.renewals() > 0);
      await goes(it, 3000);
      expect(it.renewals(), 'renewals').toBe(1);
    },
  },
  {
    name: 'while it renews',
    async before(it, killAt) {
      await it.endAt(killAt + 3500);
      await isWarned(it);
      await waitFor(killAt - 1000);
      it.site.sessions.life = 30;
      it.site.answer('/api/session/renew', () => {
        it.site.sessions.extendLatest();
        return { delay: 2500, body: { expires_at: new Date(it.site.endsAt()).toISOString() } };
      });
      await press(it.prompt, 'Stay signed in', () => it.renewals() > 0);
    },
    async after(it) {
      await goes(it, 5000);
      await until(
        'the later end',
        () => recordAt(it.extension, it.id),
        (record) => Math.abs((record?.facts.stated?.at ?? 0) - it.site.endsAt()) < 1500,
      );
      expect(it.renewals(), 'renewals').toBe(1);
    },
  },
  {
    name: 'before the end',
    async before(it, killAt) {
      await it.endAt(killAt + 800);
      await isWarned(it);
    },
    after: ends,
  },
  {
    name: 'at the end',
    async before(it, killAt) {
      await it.endAt(killAt + 150);
      await isWarned(it);
    },
    after: ends,
  },
  {
    name: 'while it is over',
    async before(it, killAt) {
      await it.endAt(killAt - 3000);
      await says(it, 'the end', isOver, it.site.endsAt());
    },
    async after(it) {
      expect(isOver(await it.prompt.text()), 'the prompt').toBe(true);
      await isOnce(it);
      await press(it.prompt, 'Sign in again', () => it.site.askedOf('/signin').length > 2);
      expect(it.site.askedOf('/signin').filter(({ method }) => method === 'GET')).toHaveLength(2);
    },
  },
  {
    name: 'after the sign-in',
    async before(it, killAt) {
      await it.endAt(killAt - 5000);
      await says(it, 'the end', isOver, it.site.endsAt());
      const other = await it.extension.newTab(`${it.site.origin}/signin`, it.tab);
      await until('the form', () => other.has('#enter'));
      await waitFor(killAt - 400);
      it.site.sessions.life = 300;
      await other.click('#enter');
    },
    async after(it) {
      await goes(it, 6000);
      await until(
        'the badge',
        () => it.extension.badge(it.tab),
        (text) => /^[45]m$/.test(text),
      );
      expect(it.renewals(), 'renewals').toBe(0);
    },
  },
];

const add = (it: Guarded) =>
  guard(it.extension, siteProfile(it.site, { id: it.id, siteRenews: `${warnBefore / 1000}s` }));

async function arrive(extension: ExtensionBrowser, step: Step, index: number): Promise<Guarded> {
  const site = await openSite(300, `127.0.1.${index + 1}`);
  const tab = await extension.newWindow();
  const id = step.name.replaceAll(' ', '-');
  await signIn(tab, site, site.page({}, { element: 'none' }));
  const it: Guarded = {
    extension,
    site,
    id,
    tab,
    prompt: extension.prompt(tab),
    renewals: () => site.askedOf('/api/session/renew').length,
    async endAt(moment) {
      site.sessions.life = (moment - Date.now()) / 1000;
      site.sessions.extendLatest();
      if (!(await stateAt(extension, id))) return;
      // A look that was under way has an answer from before.
      await until('the end known', async () => {
        await command(extension, { do: 'look', key: keyOf(id) });
        const { stated } = (await recordAt(extension, id))?.facts ?? {};
        return Math.abs((stated?.at ?? 0) - site.endsAt()) < 1500;
      });
    },
  };
  if (index > 0) {
    await add(it);
    await untilKnown(extension, id);
  }
  return it;
}

together(
  'A worker that dies at any step makes nothing late, doubled or lost',
  { timeout: 90_000 },
  async ({ extension, onTestFinished }) => {
    // There may have been another try.
    await extension.startOver();
    const all: Guarded[] = [];
    onTestFinished(() => Promise.all(all.map(({ site }) => site.close())).then(() => undefined));
    for (const [index, step] of steps.entries()) all.push(await arrive(extension, step, index));

    const killAt = Date.now() + 12_000;
    const lost: string[] = [];
    const run = (when: 'before' | 'after') =>
      Promise.all(
        steps.map((step, index) =>
          step[when](all[index]!, killAt).catch((error: unknown) => void lost.push(`${step.name}: ${error}`)),
        ),
      );
    const prepared = run('before');
    await waitFor(killAt - 150);
    await extension.killWorker();
    await prepared;
    await run('after');
    expect(lost).toEqual([]);
    // Somebody looks at each of them: the prompts tell.
    const told = all.map(({ id }) => keyOf(id));
    expect((await extension.notifications()).filter((id) => told.includes(id))).toEqual([]);
  },
);
