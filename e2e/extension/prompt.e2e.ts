import { describe, expect } from 'vitest';
import { openPages, policies, type Policy } from './prompt-pages.ts';
import { aliveFor, endedAs, siteName, stageIn, type Stage } from './prompt-stage.ts';
import { story as plain } from './story.ts';
import { pass } from '../tab.ts';
import { browserName } from '../story.ts';
import { until } from './view.ts';

const story = plain
  // vitest reads which fixtures are wanted from the pattern, and here none are.
  // eslint-disable-next-line no-empty-pattern
  .extend('pages', async ({}, { onCleanup }) => {
    const pages = await openPages();
    onCleanup(() => pages.close());
    return pages;
  });

async function warned(stage: Stage): Promise<Stage> {
  await stage.hold(aliveFor(60_000));
  await stage.show('warning');
  await stage.untilState('up');
  return stage;
}

async function over(stage: Stage): Promise<Stage> {
  await stage.hold(endedAs('revoked'));
  await stage.show('over');
  await stage.untilState('up');
  return stage;
}

const focusOf = (stage: Stage) =>
  stage.tab.evaluate(() => {
    const { activeElement: active } = document;
    const field = active as HTMLInputElement;
    return { tag: active?.id || active?.localName, from: field.selectionStart, to: field.selectionEnd };
  });

describe('The prompt in the page', () => {
  story('warns, names the site and itself, and its button asks to renew', async ({ extension, pages }) => {
    const stage = await warned(await stageIn(extension, pages.url()));
    const text = await stage.text();
    expect(text).toContain(`Your session at ${siteName} is about to end`);
    expect(text).toContain('Stay signed in');
    await stage.untilArmed();
    await stage.prompt.click({ named: 'Stay signed in' });
    await until('the deed', stage.deeds, (deeds) => deeds.includes('renew'));
  });

  story(
    'leaves the page usable while it warns, and not once the session is over',
    async ({ extension, pages }) => {
      const stage = await warned(await stageIn(extension, pages.url()));
      await stage.tab.click({ x: 100, y: 150 });
      expect((await focusOf(stage)).tag).toBe('name');
      await stage.hold(endedAs('revoked'));
      await stage.show('over');
      await until('the end', stage.text, (text) => text.includes('has ended'));
      await pass(300);
      await stage.tab.click({ x: 100, y: 150 });
      expect((await focusOf(stage)).tag).not.toBe('name');
      expect(await stage.text()).toContain('The service or another device closed it.');
    },
  );

  story(
    'asks for nothing but an opened sign-in, which the background opens',
    async ({ extension, pages }) => {
      const stage = await over(await stageIn(extension, pages.url(), { signIn: { url: '/sign-in' } }));
      await stage.untilArmed();
      await stage.prompt.click({ named: 'Sign in again' });
      await until('the deed', stage.deeds, (deeds) => deeds.includes('sign-in'));
      expect(await stage.tab.url()).toBe(pages.url());
    },
  );

  story(
    'is a banner once it is put away, and gives focus and selection back',
    async ({ extension, pages }) => {
      const stage = await stageIn(extension, pages.url());
      await stage.tab.type('#name', 'Ada Lovelace');
      await stage.tab.evaluate(() => document.querySelector('input')!.setSelectionRange(4, 8));
      await over(stage);
      expect((await focusOf(stage)).tag).toBe('div');
      await stage.untilArmed();
      await stage.prompt.press('Escape');
      await stage.untilPlace('banner');
      await until(
        'the focus',
        () => focusOf(stage),
        ({ tag }) => tag === 'name',
      );
      expect(await focusOf(stage)).toEqual({ tag: 'name', from: 4, to: 8 });
      await stage.tab.press('x');
      expect(await stage.tab.evaluate(() => document.querySelector('input')!.value)).toBe('Ada xlace');
      expect(await stage.text()).toContain('has ended');
      await stage.untilArmed();
      await stage.prompt.click({ named: 'Details' });
      await stage.untilPlace('dialog');
    },
  );

  story('waits for a pause in typing', async ({ extension, pages }) => {
    const stage = await stageIn(extension, pages.url());
    await stage.tab.type('#name', 'a');
    await stage.hold(aliveFor(60_000));
    await stage.show('warning');
    for (let times = 0; times < 8; times++) {
      await stage.tab.press('b');
      expect(await stage.states()).toEqual([]);
      await pass(250);
    }
    await stage.untilState('up');
    expect(await stage.tab.evaluate(() => document.querySelector('input')!.value)).toBe('abbbbbbbb');
  });

  story(
    'put away as a warning, it comes back at the end, in a pause in typing',
    async ({ extension, pages }) => {
      const stage = await warned(await stageIn(extension, pages.url()));
      await stage.untilArmed();
      await stage.prompt.press('Escape');
      await stage.untilPlace('banner');
      await stage.tab.type('#name', 'a');
      await stage.hold(endedAs('revoked'));
      await stage.show('over');
      for (let times = 0; times < 8; times++) {
        await stage.tab.press('b');
        await pass(250);
      }
      expect(await stage.tab.evaluate(() => document.querySelector('input')!.value)).toBe('abbbbbbbb');
      expect((await focusOf(stage)).tag).toBe('name');
      await until('the focus', async () => (await focusOf(stage)).tag === 'div');
      await until('the dialog', stage.text, (text) =>
        text.includes('The service or another device closed it.'),
      );
      await stage.untilArmed();
      await stage.prompt.press('Escape');
      await until('the focus', async () => (await focusOf(stage)).tag === 'name');
    },
  );

  story('goes when the session is back, and when it is told to', async ({ extension, pages }) => {
    const stage = await over(await stageIn(extension, pages.url()));
    await stage.hold(aliveFor(3_600_000));
    await stage.untilPlace('none');
    await until('the page', async () => (await focusOf(stage)).tag === 'body');
    await stage.tab.click({ x: 100, y: 150 });
    expect((await focusOf(stage)).tag).toBe('name');
    await stage.show('none');
    await stage.untilState('down');
    expect(await stage.tab.evaluate(() => document.documentElement.children.length)).toBe(2);
    expect(await stage.prompt.exists()).toBe(false);
  });

  story('turns from a warning into the end by the clock alone', async ({ extension, pages }) => {
    const stage = await stageIn(extension, pages.url());
    await stage.hold(aliveFor(4000));
    await stage.show('warning');
    await stage.untilState('up');
    await until('the end', stage.text, (text) => text.includes('has ended'), 8000);
  });

  story('stands above a modal dialog of the page, and can be used there', async ({ extension, pages }) => {
    const stage = await stageIn(extension, pages.url());
    await stage.tab.evaluate(() => document.querySelector<HTMLDialogElement>('#own')!.showModal());
    await warned(stage);
    await stage.untilArmed();
    await stage.prompt.click({ named: 'Stay signed in' });
    await until('the deed', stage.deeds, (deeds) => deeds.includes('renew'));
    await stage.prompt.click({ named: 'Hide' });
    await stage.untilPlace('banner');
    await stage.tab.click({ named: 'Close' });
  });

  story('says nothing to a page that frames it by itself', async ({ extension, pages }) => {
    const stage = await warned(await stageIn(extension, pages.url()));
    const src = await extension.lever.evaluate(() =>
      (
        globalThis as unknown as { browser: { runtime: { getURL(path: string): string } } }
      ).browser.runtime.getURL('extension/prompt/index.html'),
    );
    await stage.show('none');
    await stage.untilState('down');
    await stage.tab.evaluate((src) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.src = `${src}#guess`;
      return new Promise((resolve) => (frame.onload = resolve));
    }, src);
    await pass(500);
    expect(await stage.prompt.evaluate(() => document.body.innerHTML.trim())).toBe('');
  });

  story('has no secret and no token in its address', async ({ extension, pages }) => {
    const stage = await warned(await stageIn(extension, pages.url()));
    expect(await stage.prompt.evaluate(() => location.hash + location.search)).toBe('');
    expect(await stage.prompt.evaluate(() => document.querySelectorAll('input').length)).toBe(0);
  });

  for (const policy of Object.keys(policies) as Policy[]) {
    const refuses = browserName === 'firefox' && policy === 'sandbox';
    const what = refuses ? 'gives up where its frame cannot run' : 'comes up and can be used';
    story(`${what}: policy ${policy}`, async ({ extension, pages }) => {
      const stage = await stageIn(extension, pages.url(policy));
      await stage.hold(aliveFor(60_000));
      await stage.show('warning');
      if (refuses) return void (await stage.untilState('refused frame'));
      await stage.untilState('up');
      await stage.untilArmed();
      await stage.prompt.click({ named: 'Stay signed in' });
      await until('the deed', stage.deeds, (deeds) => deeds.includes('renew'));
    });
  }
});
