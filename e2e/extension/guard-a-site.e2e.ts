import { describe, expect } from 'vitest';
import { command, guard, recordOf, signIn, siteProfile, stateOf } from './guarded.ts';
import { story } from './story.ts';
import { until } from './view.ts';

describe('A site that the extension guards', () => {
  story('is counted down, warned of, and asked about once it is over', async ({ extension, site }) => {
    site.sessions.life = 40;
    const tab = await extension.newTab();
    const page = site.page({}, { element: 'none' });
    await signIn(tab, site, page);
    await guard(extension, siteProfile(site));
    const prompt = extension.prompt(tab);

    await until(
      'the end',
      () => recordOf(extension),
      (record) => record?.facts.stated !== undefined,
    );
    const { facts } = (await recordOf(extension))!;
    expect(Math.abs(facts.stated!.at - site.endsAt())).toBeLessThan(1000);
    expect(await extension.badge(tab)).toMatch(/1m|30s/);

    await until('the warning', () => prompt.exists(), Boolean, 20_000);
    await until(
      'its words',
      () => prompt.text(),
      (text) => /Stay signed in/.test(text),
    );
    expect(await prompt.text()).toContain('Work');
    expect(site.askedOf('/api/session/renew')).toHaveLength(0);

    await new Promise((go) => setTimeout(go, 1200));
    await prompt.click({ named: 'Stay signed in' });
    await until('the prompt gone', async () => !(await prompt.exists()), Boolean, 8000);
    expect(site.askedOf('/api/session/renew')).toHaveLength(1);

    site.sessions.end('session_expired');
    await until(
      'phase',
      () => stateOf(extension),
      () => true,
    );
    await command(extension, { do: 'look', key: 'site|0' });
  });
});
