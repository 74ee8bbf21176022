import { expect } from 'vitest';
import { scenes } from '../demo/playground/scenes.ts';
import { startDemo } from '../demo/start.ts';
import * as axe from 'axe-core';
import { runAxe } from './accessibility/axe.ts';
import { story } from './story.ts';
import type { Tab } from './tab.ts';

const told = story
  // eslint-disable-next-line no-empty-pattern
  .extend('demo', async ({}, { onCleanup }) => {
    const demo = await startDemo();
    onCleanup(() => demo.close());
    return demo;
  });

async function visit(tab: Tab, url: string): Promise<void> {
  await tab.page.goto(url);
  await played(tab);
}

/** Resolves once the scene on the stage has been played to its end. */
async function played({ page }: Tab): Promise<void> {
  await page.waitForSelector('body:not([data-playing]) .tabs', { timeout: 15_000 });
}

async function press({ page }: Tab, selector: string, text = ''): Promise<void> {
  await page.evaluate(
    (selector, text) => {
      const found = [...document.querySelectorAll<HTMLElement>(selector)];
      const wanted = found.find((each) => each.textContent.trim().startsWith(text));
      if (!wanted) throw new Error(`No ${selector} "${text}"`);
      wanted.click();
    },
    selector,
    text,
  );
}

/** The element on the stage: its phase, what it says, and what is set on it. */
const onStage = ({ page }: Tab) =>
  page.evaluate(() => {
    const stage = document.querySelector<HTMLIFrameElement>('#frame-one')!.contentDocument!;
    const guard = stage.querySelector('session-guard')!;
    const names = guard.getAttributeNames().filter((name) => !/^(phase|ends-at)$/.test(name));
    return {
      phase: guard.getAttribute('phase'),
      attributes: Object.fromEntries(names.map((name) => [name, guard.getAttribute(name)])),
      dialog: guard.shadowRoot!.querySelector('dialog[open]')?.textContent ?? '',
      banner: guard.shadowRoot!.querySelector('[part=banner]')?.textContent ?? '',
      title: stage.querySelector<HTMLInputElement>('[name=title]')!.value,
    };
  });

const until = async (tab: Tab, phase: string) =>
  tab.page.waitForFunction(
    (phase) =>
      document
        .querySelector<HTMLIFrameElement>('#frame-one')!
        .contentDocument!.querySelector(`session-guard[phase=${phase}]`),
    { timeout: 8000 },
    phase,
  );

/** What the code panel shows, read back as HTML. */
async function shownAttributes(tab: Tab): Promise<Record<string, string>> {
  await press(tab, '[role=tab]', 'Code');
  await tab.page.waitForSelector('#code-html');
  return tab.page.$eval('#code-html', (code) => {
    const tag = /<session-guard([\s\S]*?)>/.exec(code.textContent)![1]!;
    const found = tag.matchAll(/([a-z-]+)(?:="([^"]*)")?/g);
    return Object.fromEntries([...found].map(([, name, value = '']) => [name, value]));
  });
}

told('the playground reaches in every scene the phase that it promises', async ({ demo, tab }) => {
  await visit(tab, `${demo.url}/playground/`);
  const reached: Record<string, string | null> = {};
  for (const { id } of scenes) {
    await press(tab, `[data-scene=${id}]`);
    await played(tab);
    const { phase, dialog, banner } = await onStage(tab);
    reached[id] = phase;
    if (/^(warning|expired|ended)$/.test(phase ?? '')) expect(dialog, id).not.toBe('');
    if (id === 'notice') expect(banner).not.toBe('');
  }
  expect(reached).toEqual(Object.fromEntries(scenes.map(({ id, promises }) => [id, promises])));
  expect(tab.console.filter((line) => /Content.Security/i.test(line))).toEqual([]);
});

told('time jumps, the work stays, and a link brings it all back', async ({ demo, tab, open }) => {
  await visit(tab, `${demo.url}/playground/`);
  const frame = (await (await tab.page.$('#frame-one'))!.contentFrame())!;
  await frame.$eval('[name=title]', (field) => {
    (field as HTMLInputElement).value = 'Mine';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press(tab, '.jumps button', 'To the warning');
  await until(tab, 'warning');
  await press(tab, '.jumps button', 'Past the end');
  await until(tab, 'ended');
  expect(await onStage(tab)).toMatchObject({ title: 'Mine' });
  expect((await onStage(tab)).dialog).toContain('Sign in');

  await press(tab, '[role=tab]', 'Attributes');
  await tab.page.waitForSelector('[data-attribute=warn-before] input');
  await tab.page.$eval('[data-attribute=warn-before] input', (field) => {
    (field as HTMLInputElement).value = '40s';
    field.dispatchEvent(new Event('change'));
  });
  await press(tab, '[data-attribute=title-countdown] input');
  await tab.page.waitForSelector('[data-attribute=warn-before] .problem');
  const { attributes } = await onStage(tab);
  expect(attributes).toMatchObject({ 'warn-before': '40s', 'title-countdown': '' });
  expect(await shownAttributes(tab)).toEqual(attributes);
  await frame.evaluate(axe.source);
  expect(await runAxe(tab)).toEqual([]);

  // What is made in the editor is worn on the stage at once.
  await press(tab, '[role=tab]', 'Look');
  await tab.page.waitForSelector('.edit-theme');
  await press(tab, '.edit-theme');
  await tab.page.waitForSelector('#theme-editing[open] session-guard-theme-editor');
  await tab.page.$eval(
    'session-guard-theme-editor',
    (editor, text) => {
      (editor as HTMLElement & { take(text: string): void }).take(text);
    },
    JSON.stringify({ both: { radius: { $value: { value: 3, unit: 'px' } } } }),
  );
  await frame.waitForFunction(() => {
    const dialog = document.querySelector('session-guard')!.shadowRoot!.querySelector('dialog')!;
    return getComputedStyle(dialog).borderRadius === '3px';
  });
  await press(tab, '#theme-editing button', 'Close');

  await press(tab, '[role=tab]', 'Scenes');
  await press(tab, '[data-scene=revoked]');
  await played(tab);
  const link = tab.page.url();
  const other = await open();
  await visit(other, link);
  expect(await onStage(other)).toMatchObject({ phase: 'ended', attributes });
});
