import { describe, expect } from 'vitest';
import { untilEvent, untilPhase, until } from './prompt.ts';
import { everything } from './site-pages.ts';
import type { Reply } from './site.ts';
import { signIn, story, visit } from './story.ts';

const lateCode = '/dist/lib/component/prompt/prompt.js';

describe.concurrent('The code that only a prompt needs', () => {
  const failures: [string, Reply][] = [
    ['is missing', { status: 404, body: 'Not found' }],
    ['is cut off', { drop: true }],
    ['never comes', { hang: true }],
  ];
  for (const [what, reply] of failures) {
    story(`${what}: a plain dialog still says when the session ends`, async ({ site, context, tab }) => {
      site.answer(lateCode, reply);
      await signIn(context, site);
      await visit(tab, site.page(everything, { element: 'lib' }));
      await untilEvent(tab, 'warning');
      const plain = (): Promise<
        { heading: string; text: string; href: string; modal: boolean } | undefined
      > =>
        tab.page.evaluate(() => {
          const root = document.querySelector('session-guard')?.shadowRoot;
          const dialog =
            root?.querySelector<HTMLElement>('dialog[open]') ??
            document.querySelector<HTMLElement>('dialog[open]');
          return dialog?.checkVisibility()
            ? {
                heading: dialog.querySelector('h1, h2, [role=heading], [part~=heading]')?.textContent ?? '',
                text: dialog.innerText,
                href: dialog.querySelector('a')?.href ?? '',
                modal: dialog.matches(':modal'),
              }
            : undefined;
        });
      const shown = await until(tab, 'a plain dialog', plain);
      expect(shown?.heading).not.toBe('');
      expect(shown?.text).toMatch(/\d/);
      expect(shown?.href).toBe(`${site.origin}/signin`);
      expect(site.askedOf(lateCode).length).toBeGreaterThan(0);

      await untilPhase(tab, 'ended');
      const ended = await until(tab, 'another heading', plain, (now) => now?.heading !== shown?.heading);
      expect(ended?.heading).not.toBe('');
      expect(ended?.href).toBe(`${site.origin}/signin`);
    });
  }

  story('comes before it is needed, in a page that is idle', async ({ site, context, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    await visit(tab, site.page(everything, { element: 'lib' }));
    await untilPhase(tab, 'active');
    await until(
      tab,
      'the late code to be asked for',
      () => Promise.resolve(site.askedOf(lateCode).length > 0),
      Boolean,
      11_000,
    );
  });
});
