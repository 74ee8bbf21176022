import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { press, see, untilClosed, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';

describe.concurrent('Under a strict policy with Trusted Types', () => {
  story('a whole session runs without one violation', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page(everything, { csp: 'strict' }));
    const response = await tab.page.evaluate(() =>
      fetch(location.href).then((reply) => reply.headers.get('content-security-policy')),
    );
    expect(response).toContain("require-trusted-types-for 'script'");
    await untilDialog(tab);
    const seen = await see(tab);
    expect(seen.modal).toBe(true);
    await press(tab, 'dismiss');
    await untilPhase(tab, 'ended');
    await untilDialog(tab);
    expect((await see(tab)).parts).toContain('sign-in');
    expect(entriesOf(tab.log, 'csp-violation')).toEqual([]);
  });

  story('the style arrives and the renewal works', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page(everything, { csp: 'strict' }));
    await untilDialog(tab);
    const styled = await tab.page.evaluate(
      () => document.querySelector('session-guard')?.shadowRoot?.adoptedStyleSheets.length,
    );
    expect(styled).toBeGreaterThan(0);
    site.sessions.life = 40;
    await press(tab, 'renew');
    await untilEvent(tab, 'renewed', { within: 3000 });
    await untilClosed(tab);
    expect(entriesOf(tab.log, 'csp-violation')).toEqual([]);
  });
});
