export const stages = ['new', 'contacted', 'qualified', 'won', 'lost'] as const;

export type Stage = (typeof stages)[number];

/** What the searches found. */
export interface Found {
  id: string;
  company: string;
  trade: string;
  place: string;
  contact: string;
  role: string;
  email: string;
  /** 0 to 100: how well it fits the search that found it. */
  score: number;
  /** Which saved search found it. */
  search: string;
  found_at: string;
  stage: Stage;
}

type Row = [
  id: string,
  company: string,
  trade: string,
  place: string,
  contact: string,
  role: string,
  score: number,
  search: string,
  hoursAgo: number,
  stage: Stage,
];

const rows: Row[] = [
  [
    'ld-4821',
    'Harbour & Pine Joinery',
    'Joinery',
    'Leith',
    'Moira Tennant',
    'Owner',
    94,
    's-trades',
    2,
    'new',
  ],
  [
    'ld-4817',
    'Northgate Dental Group',
    'Dentistry',
    'York',
    'Sanjay Mehta',
    'Practice manager',
    91,
    's-clinics',
    5,
    'contacted',
  ],
  [
    'ld-4809',
    'Fenwick Solar',
    'Solar',
    'Hexham',
    'Petra Lindqvist',
    'Operations',
    88,
    's-green',
    9,
    'qualified',
  ],
  ['ld-4802', 'Copper Kettle Roasters', 'Food', 'Cardiff', 'Owen Prys', 'Founder', 86, 's-food', 22, 'new'],
  [
    'ld-4796',
    'Ashdown Physiotherapy',
    'Health care',
    'Lewes',
    'Ruth Adeyemi',
    'Director',
    83,
    's-clinics',
    27,
    'contacted',
  ],
  [
    'ld-4788',
    'Tamar Heat Pumps',
    'Heating',
    'Plymouth',
    'Jon Trevena',
    'Managing director',
    79,
    's-green',
    31,
    'new',
  ],
  [
    'ld-4771',
    'Bright & Daughters',
    'Decorating',
    'Leeds',
    'Hannah Bright',
    'Owner',
    74,
    's-trades',
    50,
    'won',
  ],
  ['ld-4765', 'Oak Street Bakery', 'Food', 'Norwich', 'Callum Frost', 'Owner', 71, 's-food', 54, 'lost'],
  [
    'ld-4758',
    'Glenmore Roofing',
    'Roofing',
    'Inverness',
    'Eilidh Ross',
    'Office manager',
    68,
    's-trades',
    75,
    'qualified',
  ],
];

const emailOf = (contact: string, company: string) =>
  `${contact.split(' ')[0]}@${company.replace(/[^a-z]/gi, '')}.example`.toLowerCase();

export const isLead = (id: string): boolean => rows.some(([known]) => known === id);

/** The leads as the searches left them. */
export function foundLeads(now: number): Found[] {
  return rows.map(([id, company, trade, place, contact, role, score, search, hoursAgo, stage]) => ({
    id,
    company,
    trade,
    place,
    contact,
    role,
    email: emailOf(contact, company),
    score,
    search,
    found_at: new Date(now - hoursAgo * 3_600_000).toISOString(),
    stage,
  }));
}
