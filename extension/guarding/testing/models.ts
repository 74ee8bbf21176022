import { emptyForm } from '../form.ts';
import type { Model, QuestionModel } from '../model.ts';
import type { Candidate } from '../candidates.ts';

// The dialog in each of its states, made by hand: for pictures and for checks of what is seen.

export const now = 1_795_264_920_000; // 2026-11-21T12:42:00Z
const minute = 60_000;
const day = 1440 * minute;

const cookie = (
  name: string,
  strength: Candidate['strength'],
  why: Candidate['why'],
  endsAt: number,
): Candidate => ({
  id: name,
  source: { from: 'cookie', name },
  label: { what: 'cookie', name },
  strength,
  why,
  endsAt,
});

const strong: Candidate[] = [
  { ...cookie('session_expires_at', 'strong', 'stated', now + 23 * minute), several: true },
  {
    id: 'token',
    source: { from: 'storage', area: 'local', key: 'access-token', as: 'jwt' },
    label: { what: 'local', name: 'access-token' },
    strength: 'strong',
    why: 'token',
    endsAt: now + 58 * minute,
  },
  {
    id: 'look',
    source: { from: 'look' },
    label: { what: 'look', name: '/api/session' },
    strength: 'strong',
    why: 'look',
    look: '/api/session',
  },
];
const weak = [
  {
    ...cookie('connect.sid', 'weak', 'own-expiry', now + 3 * day),
    label: { what: 'cookie' as const, name: 'connect.sid', host: 'example.com' },
    hidden: true as const,
    reach: { host: 'example.com', pattern: 'https://example.com/*' },
  },
];
const unlikely = [
  cookie('_ga', 'unlikely', 'analytics', now + 390 * day),
  cookie('XSRF-TOKEN', 'unlikely', 'csrf', now + 120 * minute),
  cookie('remember_me', 'unlikely', 'long-lived', now + 90 * day),
];

const site = { name: 'Example dashboard', host: 'app.example.com', origin: 'https://app.example.com' };

export const question: QuestionModel = {
  step: 'question',
  now,
  site,
  isGuarded: false,
  isPrivate: false,
  tab: 'there',
  look: 'done',
  cookiesAllowed: true,
  presets: [],
  strong,
  weak,
  unlikely,
  how: 'watch',
  form: emptyForm,
  expiry: [],
  cookie: { name: 'connect.sid', domain: 'app.example.com', httpOnly: true, secure: true },
  keepFresh: { on: false, forbidden: false },
  proposals: [],
  signsIn: false,
  incomplete: false,
};

const guarded = { isGuarded: true, site: { ...site, id: 'app.example.com' } };
const ends = [now - 2 * day, now - day, now - 20 * minute];
const long = 'a-name-that-somebody-made-as-long-as-it-may-be-and-then-went-on-'.repeat(3);

export const models: Record<string, Model> = {
  loading: { step: 'loading' },
  broken: { step: 'broken' },
  closed: { step: 'closed' },
  cannot: { step: 'cannot' },
  gone: { step: 'gone' },
  access: { step: 'access', site, why: 'new', isPrivate: false, busy: false },
  'access-asking': { step: 'access', site, why: 'new', isPrivate: true, busy: true },
  'access-denied': { step: 'access', site, why: 'denied', isPrivate: false, busy: false },
  'access-revoked': { step: 'access', site: guarded.site, why: 'revoked', isPrivate: false, busy: false },
  watch: question,
  looking: {
    ...question,
    look: 'looking',
    strong: [],
    weak: [],
    unlikely: [],
    cookie: undefined,
  } as QuestionModel,
  'none-found': { ...question, strong: [], weak: [], unlikely: [], cookie: undefined } as QuestionModel,
  refused: { ...question, look: 'refused', strong: [], weak: [], unlikely, cookiesAllowed: false },
  tells: {
    ...question,
    how: 'tells',
    form: { ...emptyForm, how: 'tells', candidate: 'session_expires_at' },
    keepFresh: { by: 'request', on: true, forbidden: false },
  },
  parent: {
    ...question,
    how: 'tells',
    form: { ...emptyForm, how: 'tells', candidate: 'connect.sid' },
    needs: { host: 'example.com', pattern: 'https://example.com/*' },
    incomplete: true,
    keepFresh: { by: 'request', on: false, forbidden: false },
  },
  unlikely: {
    ...question,
    how: 'tells',
    form: { ...emptyForm, how: 'tells', candidate: 'remember_me' },
    strong: [],
    weak: [],
    keepFresh: { by: 'request', on: false, forbidden: false },
  },
  away: {
    ...question,
    how: 'away',
    form: { ...emptyForm, how: 'away' },
    keepFresh: { by: 'request', on: false, forbidden: false },
  },
  'away-wrong': {
    ...question,
    how: 'away',
    form: { ...emptyForm, how: 'away', away: { count: '1.5 ', unit: 'h' } },
    incomplete: true,
  },
  fixed: { ...question, how: 'fixed', form: { ...emptyForm, how: 'fixed' } },
  preset: {
    ...question,
    how: 'preset',
    presets: [
      {
        preset: 'asterwise',
        name: 'Asterwise dashboard',
        address: 'https://asterwise.com/',
        keepFresh: 'reload',
      },
    ],
    keepFresh: { by: 'reload', on: false, forbidden: false },
  },
  keep: {
    ...question,
    ...guarded,
    how: 'keep',
    expiry: [{ from: 'element' }],
    firstWins: 'The older entry',
    early: { times: 3, least: 12 * minute, most: 14 * minute },
  },
  forbidden: {
    ...question,
    how: 'away',
    keepFresh: { by: 'request', on: true, forbidden: true },
    signsIn: true,
  },
  private: { ...question, isPrivate: true },
  'no-tab': { ...question, ...guarded, tab: 'none', strong: [], weak: [], unlikely: [] },
  'tab-gone': { ...question, tab: 'gone' },
  saving: { ...question, busy: 'saving' },
  'save-refused': {
    ...question,
    problem: { code: 'bad-value', field: 'sites[0].name', expected: 'at most 80 characters' },
  },
  'no-answer': { ...question, problem: { code: 'no-answer' } },
  watching: { ...question, ...guarded, watch: { since: now - 3 * day, ends: 1 }, done: 'not-noted' },
  asked: { ...question, ...guarded, watch: { since: now - 3 * day, ends: 1 }, askedSince: now - 2 * minute },
  proposal: {
    ...question,
    ...guarded,
    watch: { since: now - 3 * day, ends: 3 },
    proposals: [
      {
        id: 'idle:1800000',
        kind: 'idle',
        said: { ends, measured: [30 * minute, 31 * minute, 32 * minute], ms: 30 * minute, either: true },
      },
      { id: 'cookie-gone:connect.sid', kind: 'cookie-gone', said: { ends, name: 'connect.sid' } },
    ],
  },
  'saved-watch': {
    step: 'saved',
    site: guarded.site,
    saved: { how: 'watch', signedIn: true, keepFresh: false },
    now,
  },
  'saved-fresh': {
    step: 'saved',
    site: guarded.site,
    saved: { how: 'away', signedIn: true, keepFresh: true },
    now,
  },
  'saved-out': {
    step: 'saved',
    site: guarded.site,
    saved: { how: 'tells', signedIn: false, keepFresh: false },
    now,
  },
  'long-names': {
    ...question,
    site: { ...site, name: `${long} ‮evil‬`, host: `${long.slice(0, 60)}.example.com:8443` },
    how: 'tells',
    strong: [
      { ...strong[0]!, label: { what: 'cookie', name: long } },
      { ...strong[1]!, label: { what: 'local', name: 'اسم-الجلسة' } },
    ],
    form: { ...emptyForm, how: 'tells', candidate: 'session_expires_at' },
  },
};
