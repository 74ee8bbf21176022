import { describe, expect } from 'vitest';
import { entriesOf, mark } from '../log.ts';
import { press, see, until, untilClosed, untilDialog, untilEvent, untilPhase } from '../prompt.ts';
import { pass, show } from '../tab.ts';
import { pull, submitSignIn, systemStory } from './system-story.ts';

const over = /^(expired|ended)$/;

describe.concurrent('A session', () => {
  systemStory('is warned of once, and renewed by a click', async ({ signIn }) => {
    const tab = await signIn('40s');
    await untilDialog(tab, { within: 35_000 });
    await pass(1500);
    const { endsAt } = await see(tab);
    await press(tab, 'renew');
    await untilEvent(tab, 'renewed');
    await untilClosed(tab);
    const after = await see(tab);
    expect(after.phase).toBe('active');
    expect(after.endsAt! > endsAt!).toBe(true);
    expect(entriesOf(tab.log, 'session-guard-warning')).toHaveLength(1);
  });

  systemStory(
    'that ran out is asked for once; signing in elsewhere brings it back, and every word is there',
    async ({ system, context, signIn }) => {
      const tab = await signIn('12s');
      await tab.page.$eval(system.field, (field) => {
        (field as HTMLTextAreaElement).value += 'Half a sentence';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
      await until(
        tab,
        'the end',
        () => see(tab),
        ({ phase }) => over.test(phase ?? ''),
        30_000,
      );
      await untilDialog(tab);
      const opened = context.waitForTarget((target) => target.url().includes('/signin'), { timeout: 8000 });
      await press(tab, 'sign-in');
      const other = await (await opened).page();
      await submitSignIn(other!);
      await other!.waitForSelector('#close-tab');
      const since = mark(tab.log);
      await show(tab);
      if (over.test((await see(tab)).phase ?? ''))
        await untilEvent(tab, 'restored', { after: since, within: 8000 });
      await untilClosed(tab);
      const text = await tab.page.$eval(system.field, (field) => (field as HTMLTextAreaElement).value);
      expect(text).toContain('Half a sentence');
    },
  );

  systemStory('that an admin revoked says so', async ({ signIn }) => {
    const tab = await signIn('5m');
    await pull(tab, 'do-revoke');
    await pass(500);
    await pull(tab, 'do-call');
    const ended = await untilEvent(tab, 'ended', { within: 8000 });
    expect(ended.detail).toMatchObject({ reason: 'revoked' });
    await untilDialog(tab);
  });

  systemStory(
    'signed out of in one tab is over in the other, where it says so',
    async ({ signIn, another }) => {
      const first = await signIn('5m');
      const second = await another();
      await pull(second, 'sign-out');
      const ended = await untilEvent(first, 'ended', { within: 8000 });
      expect(ended.detail).toMatchObject({ reason: 'signed-out' });
      await show(first);
      await untilDialog(first);
    },
  );

  systemStory('renewed in one tab goes on in the other', async ({ signIn, another }) => {
    const first = await signIn('45s');
    const second = await another();
    await untilDialog(second, { within: 35_000 });
    await press(second, 'renew');
    await untilEvent(second, 'renewed');
    await until(
      first,
      'the same end in both tabs',
      async () => [(await see(first)).endsAt, (await see(second)).endsAt],
      ([one, other]) => Math.abs(new Date(one!).getTime() - new Date(other!).getTime()) < 1500,
    );
    expect((await see(first)).phase).toBe('active');
  });

  systemStory('forgotten by a restart ends in every tab, once', async ({ signIn, another }) => {
    const tabs = [await signIn('5m'), await another(), await another()];
    const last = tabs.at(-1)!;
    await pull(last, 'do-restart');
    await pass(500);
    await pull(last, 'do-call');
    await untilPhase(last, 'ended', { within: 8000 });
    for (const tab of tabs) {
      await show(tab).catch(() => undefined);
      await untilPhase(tab, 'ended', { within: 8000 });
    }
    await pass(1000);
    for (const tab of tabs)
      expect(entriesOf(tab.log, 'session-guard-ended')).toMatchObject([{ detail: { reason: 'not-found' } }]);
  });
});
