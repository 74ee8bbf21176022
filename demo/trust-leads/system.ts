import type { DemoSystem } from '../system.ts';
import { face } from './face.ts';
import { trustLeadsRoutes } from './routes.ts';

export const trustLeads: DemoSystem = {
  ...face,
  summary:
    'A product that finds leads. Cookies that no script can read: an access token, which the page itself replaces in silence whenever it runs out, and a refresh token, which dies of disuse.',
  facts: [
    ['Access', 'JWT, runs out after 10 seconds; nobody notices'],
    ['Session', 'ends after 60 seconds without a refresh'],
    ['Over', '401 with the code SESSION_EXPIRED, and all data intact'],
  ],
  open: { href: '/trust-leads/', label: 'Open the dashboard' },
  also: {
    text: 'The real system has an hour and 7 days.',
    href: '/trust-leads/signin?ttl=24h',
    label: 'Sign in for a day',
  },
  tries: [
    {
      title: 'Use it, and see nothing',
      text: 'Press “Refresh” every now and then. The access token runs out again and again, is replaced, and no warning comes, however long you go on.',
    },
    {
      title: 'Stop using it',
      text: 'Half a minute before the refresh token dies, the warning comes. The panel shows both ends, and which of them counts.',
    },
    {
      title: 'Come back too late',
      text: 'Write notes on a lead past the end. The prompt says that your data is intact, and so are the notes you had not saved.',
    },
    {
      title: 'Be refused for something else',
      text: 'A wrong password, a missing right, an API key that does not exist: three refusals in the panel which do not end the session.',
    },
    {
      title: 'Open two tabs',
      text: 'Let the access token run out and refresh both. One of them replaces it; the other uses what it got.',
      link: { href: '/trust-leads/', label: 'Open another dashboard' },
    },
    {
      title: 'Block cookies',
      text: 'Where the browser keeps none, you would be asked to sign in for ever. The sign-in page notices and says so.',
      link: { href: '/trust-leads/signin?cookies=blocked', label: 'Sign in without cookies' },
    },
  ],
  routes: trustLeadsRoutes,
};
