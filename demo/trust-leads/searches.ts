export interface SavedSearch {
  id: string;
  name: string;
  /** What it looks for, in the product's own words. */
  criteria: string;
  schedule: string;
}

export const searches: readonly SavedSearch[] = [
  {
    id: 's-trades',
    name: 'Trades, 5 to 20 people',
    criteria: 'Joinery, roofing, decorating · whole country',
    schedule: 'every morning',
  },
  {
    id: 's-clinics',
    name: 'Clinics that grow',
    criteria: 'Dentistry, physiotherapy · hired in the last 90 days',
    schedule: 'every Monday',
  },
  {
    id: 's-green',
    name: 'Green heating',
    criteria: 'Solar, heat pumps · certified installers',
    schedule: 'every morning',
  },
  {
    id: 's-food',
    name: 'Independent food makers',
    criteria: 'Roasters, bakeries · one to three sites',
    schedule: 'every Friday',
  },
];
