import { expect, it } from 'vitest';
import { siteOf } from '../profile/testing/example.ts';
import { requestsOf, strangersOf } from './requests.ts';

const none = { look: undefined, keepFresh: undefined, signIn: undefined, expiry: [] };

it('shows every request of the example, whole', () =>
  expect(requestsOf(siteOf())).toEqual([
    {
      kind: 'look',
      method: 'GET',
      addresses: ['https://app.example.com/api/session'],
      ownPage: false,
      headers: {},
      when: 'looks',
    },
    {
      kind: 'renew',
      method: 'POST',
      addresses: ['https://app.example.com/auth/renew'],
      ownPage: false,
      headers: {},
      csrf: { cookie: 'xsrf', header: 'X-XSRF-Token' },
      when: 'keep-active',
      atMost: 28_800_000,
    },
    {
      kind: 'sign-in',
      method: 'GET',
      addresses: ['https://app.example.com/dashboard'],
      ownPage: false,
      headers: {},
      when: 'sign-in',
    },
  ]));

it.each<[what: string, members: object, request: object | undefined]>([
  ['a site that asks nothing', {}, undefined],
  [
    'a path is at each origin of its pages, once',
    {
      match: ['https://a.example/app/*', 'https://a.example/more/*', 'https://*.b.example:8443/*'],
      look: { url: '/session' },
    },
    { addresses: ['https://a.example/session', 'https://*.b.example:8443/session'] },
  ],
  [
    'headers and body as they are',
    { keepFresh: { by: 'request', url: '/r', method: 'PUT', headers: { 'X-A': 'b' }, body: '{"a":1}' } },
    { method: 'PUT', headers: { 'X-A': 'b' }, body: '{"a":1}' },
  ],
  [
    'the page’s own address',
    { keepFresh: { by: 'request', url: '.', method: 'GET' } },
    { ownPage: true, addresses: ['https://app.example.com/*'], method: 'GET' },
  ],
  [
    'while it is open, with its limits',
    { keepFresh: { by: 'request', url: '/r', while: 'open', idle: '20m' } },
    { when: 'keep-open', atMost: 3_600_000, idle: 1_200_000 },
  ],
  ['a reload', { keepFresh: { by: 'reload' } }, { kind: 'reload', when: 'reload', ownPage: true }],
  [
    'a sign-in elsewhere',
    { signIn: { url: 'https://login.example.net/start' } },
    { kind: 'sign-in', addresses: ['https://login.example.net/start'] },
  ],
])('%s', (_what, members, request) => {
  const requests = requestsOf(siteOf({ ...none, ...members }));
  if (request) expect(requests).toMatchObject([request]);
  else expect(requests).toEqual([]);
});

it.each([
  [{}, { hosts: ['api.example.com'] }],
  [
    { hosts: ['https://*.app.example.com/*', 'https://app.example.com:8443/*'], look: undefined, expiry: [] },
    { hosts: [] },
  ],
  [
    {
      signIn: { url: 'https://login.example.net/start' },
      hosts: ['https://*.example.org/*'],
      look: undefined,
      expiry: [],
    },
    { hosts: ['*.example.org'], signIn: 'login.example.net' },
  ],
  // A name that only ends alike is another site.
  [
    { signIn: { url: 'https://evilapp.example.com/' }, hosts: [] },
    { hosts: [], signIn: 'evilapp.example.com' },
  ],
  [{ signIn: { url: 'https://sso.app.example.com/' }, hosts: [] }, { hosts: [] }],
])('%j has to do with %j', (members, strangers) => expect(strangersOf(siteOf(members))).toEqual(strangers));
