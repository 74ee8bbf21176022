import type { Attributes } from '../../e2e/site-pages.ts';
import { verdict, type Bench } from '../bench.ts';
import { byStart, event, off, times } from '../sessions.ts';
import { spread } from '../stats.ts';

const minutes = [-24 * 60, -10, 10, 24 * 60];
const life = 42;

const sources: Record<string, Attributes> = {
  'session-url': { 'session-url': '/api/session' },
  'expires-in': { 'expires-in': ({ expiresIn }) => expiresIn },
  both: { 'expires-in': ({ expiresIn }) => expiresIn, 'expires-at': ({ expiresAt }) => expiresAt },
};

export const clocksBench: Bench = {
  name: 'clocks',
  about: "the person's clock is 10 min or a day wrong, with session-url, expires-in, or both attributes",
  runs: 'together',
  within: 150,
  async run(lab) {
    const cases = Object.entries(sources).flatMap(([source, attributes]) =>
      minutes.map((ahead) => ({ source, attributes, ahead })),
    );
    const found = await times(cases.length, async (index) => {
      const { source, attributes, ahead } = cases[index]!;
      const site = await lab.site(life);
      const tab = await lab.open(site, { ...byStart, ...attributes }, { clockAhead: ahead * 60_000 });
      const end = site.endsAt();
      const warning = await event(tab, 'warning', { within: end - Date.now() - 20_000 });
      const expired = await event(tab, 'expired', { within: end - Date.now() + 5000 });
      // The server's Date, and what it renders, are whole seconds.
      const tolerance = { early: 1600, late: 1000 };
      const wrong =
        off('warning', warning, end - 30_000, tolerance) ?? off('expired', expired, end, tolerance);
      return { late: expired && expired.at - end, wrong: wrong && `${source}, ${ahead} min: ${wrong}` };
    });
    const late = found.map((each) => each.late).filter((each) => each !== undefined);
    return {
      rows: [
        {
          what: '-expired late by, client clock ±10 min, ±1 day (whole seconds in HTTP)',
          figure: '',
          measured: `${spread(late, 'ms')}, n = ${late.length}`,
          values: { late },
        },
      ],
      verdicts: [
        verdict(
          `client clock wrong (${cases.length} kinds)`,
          found.map(({ wrong }) => wrong),
        ),
      ],
    };
  },
};
