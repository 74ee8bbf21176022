import { describe, expect } from 'vitest';
import { fillStorage } from '../in-page/drafts.ts';
import { entriesOf } from '../log.ts';
import { press, see, untilShown } from '../prompt.ts';
import { story } from '../story.ts';
import { pass, type Tab } from '../tab.ts';
import { untilText } from '../voices/guard.ts';
import { anonymous, endSession, follow, open } from './leaving.ts';

const lost = /What you typed cannot be kept when you leave this page: copy it first\./;

const problems = (tab: Tab) =>
  entriesOf(tab.log, 'session-guard-problem').map(({ detail }) => (detail as { code: string }).code);

/** Storage as some browsers give it to pages they do not trust. */
function forbidStorage(): void {
  Object.defineProperty(window, 'sessionStorage', {
    get() {
      throw new DOMException('Access is denied.', 'SecurityError');
    },
  });
}

describe.concurrent('Whoever would lose what they typed by signing in', () => {
  story('is told so where nobody knows whose it is', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    await open(stage, anonymous);
    await tab.page.type('#notes', 'of somebody');
    await endSession(stage);
    await untilText(tab, lost);
    expect(problems(tab)).toContain('drafts-need-subject');
    expect(await tab.page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}');
    await follow(tab);
    expect(new URL(tab.page.url()).pathname).toBe('/signin');
  });

  story('is told so where there is no room', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    await open(stage);
    await tab.page.evaluate(fillStorage);
    await tab.page.type('#notes', 'too much');
    await endSession(stage);
    await untilText(tab, lost);
    expect(problems(tab)).toContain('drafts-storage-full');
    await follow(tab);
  });

  story('is told so where storage is forbidden', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    await tab.page.evaluateOnNewDocument(forbidStorage);
    await open(stage);
    await tab.page.type('#notes', 'not here');
    await endSession(stage);
    await untilText(tab, lost);
    expect(problems(tab)).toContain('drafts-storage-blocked');
  });

  story('is held back once, if that was not known before', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    await open(stage);
    await endSession(stage);
    expect((await see(tab)).text).not.toMatch(lost);
    await press(tab, 'dismiss');
    await untilShown(tab, 'the banner', ({ dialog, banner }) => !dialog && banner);
    await tab.page.evaluate(fillStorage);
    await tab.page.type('#notes', 'typed after the end');
    const url = tab.page.url();
    await press(tab, 'sign-in');
    await untilText(tab, lost);
    await pass(500);
    expect(tab.page.url()).toBe(url);
    await follow(tab);
    expect(new URL(tab.page.url()).pathname).toBe('/signin');
  });

  story('is not told so where the page stays open', async ({ site, context, tab }) => {
    const stage = { site, context, tab };
    await open(stage, { ...anonymous, 'sign-in-target': '_blank' });
    await tab.page.type('#notes', 'stays here');
    await endSession(stage);
    expect((await see(tab)).text).not.toMatch(lost);
  });
});
