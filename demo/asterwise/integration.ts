import { day, longText, oneOf, readForm, someOf, text, type FormValues } from '../fields.ts';

export const stages = [
  ['idea', 'Only an idea so far'],
  ['building', 'We are building it'],
  ['live', 'In production'],
  ['moving', 'Moving from another provider'],
] as const;

export const volumes = [
  ['small', 'Fewer than 1,000 calls a day'],
  ['middle', '1,000 to 50,000'],
  ['large', 'More'],
] as const;

export const endpoints = [
  ['natal', 'Natal charts'],
  ['transits', 'Transits'],
  ['synastry', 'Synastry'],
  ['moon', 'Moon phases'],
  ['ephemeris', 'Ephemeris'],
] as const;

const fields = {
  product: text(120),
  website: text(200),
  stage: oneOf(stages),
  launch_on: day,
  volume: oneOf(volumes),
  endpoints: someOf(endpoints),
  notes: longText,
  story: longText,
  night_phone: text(60),
  webhook_secret: text(100),
};

/** What a developer tells of the product that the charts go into. */
export type Integration = FormValues<typeof fields>;

/** A string names the first thing that is wrong. */
export const readIntegration = (input: unknown): Integration | string => readForm(fields, input);

/** As it is kept and told: no reply ever says the secret again. */
export const withoutSecret = (integration: Integration): Integration => ({
  ...integration,
  webhook_secret: '',
});

export const firstIntegration: Integration = {
  product: 'Perihelion',
  website: 'https://perihelion.example',
  stage: 'live',
  launch_on: '2025-03-20',
  volume: 'large',
  endpoints: ['natal', 'transits'],
  notes:
    'Natal charts go through the nightly batch; transits are asked live, from the app.\n' +
    'Ask support before the eclipse whether the burst limit can be raised for a day.',
  story: 'People open the app in the morning and read one paragraph. Nobody should wait for it.',
  night_phone: '',
  webhook_secret: '',
};

/** Of a partner, who has only begun. */
export const partnerIntegration: Integration = {
  ...firstIntegration,
  product: 'The Almanac',
  website: 'https://almanac.example',
  stage: 'building',
  launch_on: '2026-12-21',
  volume: 'small',
  endpoints: ['moon'],
  notes: 'Printed once a year. One call for each day of it, in October, and then silence.',
  story: 'A page a day, the phase of the moon in its corner.',
};
